import type { AzureFailure } from '../../domain/azureFailure.ts';
import type { Cloud, CloudEndpoints } from '../../domain/cloudEndpoints.ts';
import { resourceManagerScope, wrongCloudField } from '../../domain/cloudEndpoints.ts';
import { failureText } from '../failureText.ts';

/** How far one address could be reached, or why not. `clockAhead`: milliseconds. */
export type ProbeFacts =
  | { readonly ok: true; readonly status: number; readonly clockAhead?: number }
  | { readonly ok: false; readonly failure: AzureFailure };

export interface TenantFacts {
  /** Undefined for the identity's own tenant. */
  readonly tenantId: string | undefined;
  /** Epoch milliseconds; absent when there is no token. */
  readonly expiresAt?: number;
  readonly failure?: AzureFailure;
}

/** What the proxy settings of VS Code and the environment say. Addresses may hold passwords: only hosts are told. */
export interface ProxyFacts {
  readonly httpProxy: string | undefined;
  readonly httpProxySupport: string;
  readonly noProxy: number;
  readonly systemCertificates: boolean;
  readonly environmentProxy: string | undefined;
  readonly environmentNoProxy: boolean;
  readonly extraCertificates: boolean;
}

export interface SignInFacts {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly versions: Readonly<Record<string, string>>;
  readonly method: 'vscode' | 'azureCli' | 'environment' | 'sample';
  readonly signedOut: boolean;
  readonly cloud: Cloud;
  readonly endpoints: CloudEndpoints | undefined;
  readonly customCloud: unknown;
  /** What the account signs in as. */
  readonly account: string | undefined;
  readonly principal: { readonly clientId: string; readonly from: 'secret storage' | 'environment' } | undefined;
  readonly resourceManager: ProbeFacts | undefined;
  readonly authority: ProbeFacts | undefined;
  readonly tenants: readonly TenantFacts[];
  readonly proxy: ProxyFacts;
}

/** Less than this is the ordinary drift of a machine. */
const clockTolerance = 5 * 60_000;

const methods: Readonly<Record<SignInFacts['method'], string>> = {
  vscode: 'Microsoft account of VS Code',
  azureCli: 'Azure CLI',
  environment: 'service principal',
  sample: 'sample environment',
};

/**
 * What is known of the sign-in, as Markdown for a ticket: no token, no secret, no whole id, name or address of a person,
 * and of proxies the host only.
 */
export function signInReport(facts: SignInFacts): string {
  return [
    '# Sign-in of Azure Security Incidents',
    'This text is meant to be pasted into a ticket. It holds no token and no secret; ids are cut to their first eight characters, and names of accounts are masked. Hosts of your cloud and proxy are spelled out.',
    section('Identity', identityLines(facts)),
    section('Cloud', cloudLines(facts)),
    section(
      'Tenants',
      facts.tenants.flatMap((tenant) => tenantLines(tenant, facts)),
    ),
    section('Clock', clockLines(facts)),
    section('Network', networkLines(facts.proxy)),
    section(
      'Versions',
      Object.entries(facts.versions).map(([name, version]) => `${name}: ${inline(version)}`),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function identityLines({ method, signedOut, account, principal, now }: SignInFacts): readonly string[] {
  return [
    `Made: ${new Date(now).toISOString()}`,
    `Signs in as: ${methods[method]}`,
    ...(signedOut ? ['Signed out: nothing is asked of Azure until you sign in again.'] : []),
    ...(account === undefined ? [] : [`Account: ${inline(masked(account))}`]),
    ...(principal === undefined ? [] : [`Application: ${shortened(principal.clientId)}, from the ${principal.from}`]),
  ];
}

function cloudLines({ cloud, endpoints, customCloud, resourceManager, authority }: SignInFacts): readonly string[] {
  if (endpoints === undefined) {
    return [`Cloud: ${cloud}`, `Not usable: "${wrongCloudField(customCloud) ?? ''}" must be an https origin.`];
  }
  return [
    `Cloud: ${cloud}`,
    `Azure Resource Manager: ${inline(endpoints.resourceManagerEndpoint)} – ${probeText(resourceManager)}`,
    `Entra ID: ${inline(endpoints.authorityHost)} – ${probeText(authority)}`,
    `Portal: ${inline(endpoints.portalUrl)}`,
    `Scope of tokens: ${inline(resourceManagerScope(endpoints))}`,
  ];
}

function probeText(facts: ProbeFacts | undefined): string {
  if (facts === undefined) return 'not asked';
  if (facts.ok) return `answers (${String(facts.status)})`;
  return explained(facts.failure);
}

function tenantLines(tenant: TenantFacts, { method, now }: SignInFacts): readonly string[] {
  const { tenantId, expiresAt, failure } = tenant;
  const name = tenantId === undefined ? 'Own tenant' : `Tenant ${shortened(tenantId)}`;
  if (failure !== undefined) {
    const refused = method === 'azureCli' && failure.kind === 'notSignedIn';
    // Without the id, which is not for a ticket; the row of the tenant copies the whole command.
    const command = `az login${tenantId === undefined ? '' : ' --tenant <the tenant ID>'}`;
    return [`${name}: no token – ${explained(failure)}`, ...(refused ? [`To sign in: ${inline(command)}`] : [])];
  }
  if (expiresAt === undefined) return [`${name}: not asked`];
  const minutes = Math.round((expiresAt - now) / 60_000);
  return [`${name}: token until ${new Date(expiresAt).toISOString()}, in ${String(minutes)} minutes`];
}

function explained(failure: AzureFailure): string {
  const { cause, advice } = failureText(failure, (time) => new Date(time).toISOString());
  const code = 'detail' in failure ? ` [${failure.detail}]` : '';
  return `${cause}${code}. ${advice}`;
}

function clockLines({ resourceManager, authority }: SignInFacts): readonly string[] {
  const ahead = clockAheadIn(resourceManager) ?? clockAheadIn(authority);
  if (ahead === undefined) return ['Not compared: nothing answered.'];
  const seconds = String(Math.round(Math.abs(ahead) / 1000));
  const way = ahead > 0 ? 'ahead of' : 'behind';
  if (Math.abs(ahead) <= clockTolerance) return [`${seconds} seconds ${way} Azure's, which is fine.`];
  return [
    `${seconds} seconds ${way} Azure's: check the system clock. Good tokens look expired, and new ones are refused.`,
  ];
}

function clockAheadIn(facts: ProbeFacts | undefined): number | undefined {
  return facts?.ok === true ? facts.clockAhead : undefined;
}

function networkLines(proxy: ProxyFacts): readonly string[] {
  const set = (value: boolean): string => (value ? 'set' : 'not set');
  return [
    `http.proxy: ${proxy.httpProxy === undefined ? 'not set' : inline(proxy.httpProxy)}`,
    `http.proxySupport: ${inline(proxy.httpProxySupport)}`,
    `http.noProxy: ${String(proxy.noProxy)} entries`,
    `http.systemCertificates: ${proxy.systemCertificates ? 'on' : 'off'}`,
    `HTTPS_PROXY: ${proxy.environmentProxy === undefined ? 'not set' : inline(proxy.environmentProxy)}`,
    `NO_PROXY: ${set(proxy.environmentNoProxy)}`,
    `NODE_EXTRA_CA_CERTS: ${set(proxy.extraCertificates)}`,
  ];
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`## ${title}`, lines.map((line) => `- ${line}`).join('\n')].join('\n\n');
}

/** Text that is not ours, so that it can be nothing but text wherever it is pasted. */
function inline(text: string): string {
  return `\`${text.replaceAll(/[^ -_a-~]/g, '?').slice(0, 200)}\``;
}

function shortened(id: string): string {
  return inline(`${id.slice(0, 8)}...`);
}

/** Enough for its owner to know it again: a letter and the domain. */
function masked(account: string): string {
  const at = account.lastIndexOf('@');
  return at < 1 ? `${account.slice(0, 1)}...` : `${account.slice(0, 1)}...${account.slice(at)}`;
}
