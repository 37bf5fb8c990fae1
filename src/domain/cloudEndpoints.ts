/** Values of the setting `securityIncidents.cloud`. */
export const clouds = ['public', 'usgovernment', 'china', 'custom'] as const;

export type Cloud = (typeof clouds)[number];

/** Where to reach Azure and Entra ID. This file is the only one that names hosts of a cloud (a test holds it to that). */
export interface CloudEndpoints {
  /** Origin of Azure Resource Manager, without a trailing slash. */
  readonly resourceManagerEndpoint: string;
  /** Origin of Entra ID. */
  readonly authorityHost: string;
  readonly portalUrl: string;
}

/** Code of the failure where the custom cloud is not usable: nothing is asked of anybody. */
export const customCloudIncomplete = 'CustomCloudSettingIncomplete';

export type CloudField = keyof CloudEndpoints;

/** Origins, in the order in which a person is told of what is wrong with them. */
const cloudFields: readonly CloudField[] = ['resourceManagerEndpoint', 'authorityHost', 'portalUrl'];

// Sources of all addresses: @azure/ms-rest-azure-env and @azure/identity.
export const publicCloud: CloudEndpoints = {
  resourceManagerEndpoint: 'https://management.azure.com',
  authorityHost: 'https://login.microsoftonline.com',
  portalUrl: 'https://portal.azure.com',
};

const knownEndpoints: Readonly<Record<Exclude<Cloud, 'custom'>, CloudEndpoints>> = {
  public: publicCloud,
  usgovernment: {
    resourceManagerEndpoint: 'https://management.usgovcloudapi.net',
    authorityHost: 'https://login.microsoftonline.us',
    portalUrl: 'https://portal.azure.us',
  },
  china: {
    resourceManagerEndpoint: 'https://management.chinacloudapi.cn',
    authorityHost: 'https://login.chinacloudapi.cn',
    portalUrl: 'https://portal.azure.cn',
  },
};

/**
 * Hosts that links may open: the portals of all clouds, and Microsoft's documentation. Short links (aka.ms,
 * go.microsoft.com) are left out on purpose: they lead anywhere, and the reader cannot see where before the click.
 */
export const trustedHosts: ReadonlySet<string> = new Set([
  ...Object.values(knownEndpoints).map(({ portalUrl }) => hostOf(portalUrl)),
  'security.microsoft.com',
  'security.microsoft.us',
  'learn.microsoft.com',
  'docs.microsoft.com',
]);

/** Entra ID of the known clouds; for any other authority, asking it about the host would leave the configured cloud. */
export function isKnownAuthority(authorityHost: string): boolean {
  const origin = readOrigin(authorityHost);
  return Object.values(knownEndpoints).some((known) => known.authorityHost === origin);
}

/** Origins of Microsoft Graph, which has the directories of a cloud. Source: Microsoft Graph's national cloud deployments. */
const graphEndpoints: Readonly<Record<Exclude<Cloud, 'custom'>, string>> = {
  public: 'https://graph.microsoft.com',
  usgovernment: 'https://graph.microsoft.us',
  china: 'https://microsoftgraph.chinacloudapi.cn',
};

/** Origin of Microsoft Graph in the cloud of these endpoints; undefined for a cloud that is not known. */
export function graphEndpointOf({ resourceManagerEndpoint }: CloudEndpoints): string | undefined {
  const known = Object.entries(knownEndpoints).find(
    ([, known]) => known.resourceManagerEndpoint === resourceManagerEndpoint,
  );
  return known === undefined ? undefined : graphEndpoints[known[0] as keyof typeof graphEndpoints];
}

/** What a token for Azure Resource Manager is asked for: it follows the endpoint, or the cloud refuses it. */
export function resourceManagerScope({ resourceManagerEndpoint }: CloudEndpoints): string {
  return `${resourceManagerEndpoint}/.default`;
}

/**
 * The endpoints that the settings name; undefined when the custom ones are incomplete or not https origins: a token must
 * not be sent to an address that somebody mistyped. `wrongCloudField` says which one it is.
 */
export function cloudEndpoints(cloud: Cloud, custom: unknown): CloudEndpoints | undefined {
  if (cloud !== 'custom') return knownEndpoints[cloud];
  const [resourceManagerEndpoint, authorityHost, portalUrl] = cloudFields.map((field) => readField(custom, field));
  if (resourceManagerEndpoint === undefined || authorityHost === undefined || portalUrl === undefined) return undefined;
  return { resourceManagerEndpoint, authorityHost, portalUrl };
}

/** The first field of a custom cloud that is missing or no https origin; undefined when all are right. */
export function wrongCloudField(custom: unknown): CloudField | undefined {
  return cloudFields.find((field) => readField(custom, field) === undefined);
}

function readField(custom: unknown, field: CloudField): string | undefined {
  if (typeof custom !== 'object' || custom === null || !Object.hasOwn(custom, field)) return undefined;
  return readOrigin((custom as Readonly<Record<string, unknown>>)[field]);
}

/** Strictly an https origin, perhaps with one trailing slash; no user, path or query. Not repaired, only accepted or not. */
const httpsOrigin = /^https:\/\/([a-z0-9]([a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?)\/?$/i;

/** An https origin in lower case, without a trailing slash; undefined for anything else. */
export function readOrigin(value: unknown): string | undefined {
  const host = typeof value === 'string' ? httpsOrigin.exec(value.trim())?.[1] : undefined;
  return host === undefined ? undefined : `https://${host.toLowerCase()}`;
}

function hostOf(origin: string): string {
  return origin.slice('https://'.length);
}

/** Names the schema of a template for a subscription. Nothing is fetched there, and all clouds use the same name. */
export const subscriptionTemplateSchema =
  'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#';
