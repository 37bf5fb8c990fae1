import type { CloudEndpoints } from './ports.ts';

/** Values of the setting `securityIncidents.cloud`. */
export const clouds = ['public', 'usgovernment', 'china', 'custom'] as const;

export type Cloud = (typeof clouds)[number];

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
 * The endpoints that the settings name; undefined when the custom ones are incomplete or not https origins: a token must
 * not be sent to an address that somebody mistyped.
 */
export function cloudEndpoints(cloud: Cloud, custom: unknown): CloudEndpoints | undefined {
  if (cloud !== 'custom') return knownEndpoints[cloud];
  if (typeof custom !== 'object' || custom === null) return undefined;
  const resourceManagerEndpoint = readOrigin(custom, 'resourceManagerEndpoint');
  const authorityHost = readOrigin(custom, 'authorityHost');
  const portalUrl = readOrigin(custom, 'portalUrl');
  if (resourceManagerEndpoint === undefined || authorityHost === undefined || portalUrl === undefined) return undefined;
  return { resourceManagerEndpoint, authorityHost, portalUrl };
}

/** Strictly an https origin, perhaps with one trailing slash; no user, path or query. Not repaired, only accepted or not. */
const httpsOrigin = /^https:\/\/([a-z0-9]([a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?)\/?$/i;

function readOrigin(custom: object, name: string): string | undefined {
  if (!Object.hasOwn(custom, name)) return undefined;
  const value: unknown = (custom as Readonly<Record<string, unknown>>)[name];
  const host = typeof value === 'string' ? httpsOrigin.exec(value.trim())?.[1] : undefined;
  return host === undefined ? undefined : `https://${host.toLowerCase()}`;
}
