import ipaddr from 'ipaddr.js';
import { readOrigin } from '../../cloudEndpoints.ts';

/** What a value of one type looks like. */
interface TypeRule {
  /** Anchored at both ends, linear, and without any character that a shell, the Azure CLI or a URL treats specially. */
  readonly pattern: RegExp;
  /** Most UTF-16 units; looked at before the pattern. */
  readonly longest: number;
  /** What a value has to be, to end "… is not safe to run: it is not". */
  readonly is: string;
  /** Where a pattern cannot say it: the reason against a value that matches. */
  readonly objection?: (value: string) => string | undefined;
}

const guid = '[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}';
/** A name in an ARM id. Azure allows more (brackets, other alphabets); such names are left to a person. */
const armName = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';
const dnsLabel = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';

const userName = `[A-Za-z0-9][A-Za-z0-9._+-]{0,90}(?:#EXT#)?@(?:${dnsLabel}\\.){1,8}[A-Za-z]{2,63}`;

function rule(pattern: string, longest: number, is: string, objection?: TypeRule['objection']): TypeRule {
  const anchored = new RegExp(`^(?:${pattern})$`);
  return objection === undefined ? { pattern: anchored, longest, is } : { pattern: anchored, longest, is, objection };
}

/** Words of an ARM id come in any case: "resourcegroups", "PROVIDERS". */
const subscriptions = '/[sS][uU][bB][sS][cC][rR][iI][pP][tT][iI][oO][nN][sS]';
const resourceGroups = '/[rR][eE][sS][oO][uU][rR][cC][eE][gG][rR][oO][uU][pP][sS]';
const providers = '/[pP][rR][oO][vV][iI][dD][eE][rR][sS]';

const rules = {
  subscriptionId: rule(guid, 36, 'the id of a subscription'),
  objectId: rule(guid, 36, 'an object id (a GUID)', nobodyObjection),
  account: rule(`${guid}|${userName}`, 254, 'the name or object id of an account in Entra ID', nobodyObjection),
  ipAddress: rule('[0-9A-Fa-f:.]{2,45}', 45, 'an IP address', addressObjection),
  publicAddress: rule('[0-9A-Fa-f:.]{2,45}', 45, 'an IP address', publicObjection),
  addressRange: rule('[0-9A-Fa-f:.]{2,45}/(?:32|128)', 49, 'an IP address with its length', (value) =>
    publicObjection(value.slice(0, value.indexOf('/'))),
  ),
  resourceId: rule(
    `${subscriptions}/${guid}(?:${resourceGroups}/${armName})?(?:${providers}/[A-Za-z0-9.]{1,100}(?:/[A-Za-z0-9]{1,100}/${armName}){1,5}){1,2}`,
    1000,
    'the id of an Azure resource',
    dottedObjection,
  ),
  resourceGroup: rule('[A-Za-z0-9_][A-Za-z0-9_.-]{0,89}', 90, 'the plain name of a resource group', dottedObjection),
  resourceName: rule(armName, 128, 'the plain name of a resource', dottedObjection),
  location: rule('[a-z][a-z0-9]{1,39}', 40, 'the name of an Azure region'),
  storageAccount: rule('[A-Za-z0-9]{3,24}', 24, 'the name of a storage account'),
  blobContainer: rule('[a-z0-9](?:[a-z0-9-]{1,61}[a-z0-9])', 63, 'the name of a container of blobs'),
  keyVault: rule('[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]', 24, 'the name of a key vault'),
  sqlServer: rule(dnsLabel, 63, 'the name of a database server'),
  webApp: rule('[A-Za-z0-9](?:[A-Za-z0-9-]{0,58}[A-Za-z0-9])?', 60, 'the name of an app'),
  containerRegistry: rule('[A-Za-z0-9]{5,50}', 50, 'the name of a container registry'),
  userPrincipalName: rule(userName, 254, 'the user name of an account in Entra ID'),
  port: rule('[1-9][0-9]{0,4}', 5, 'a port', (value) => (Number(value) > 65_535 ? 'it is above 65535' : undefined)),
  rulePriority: rule('[1-9][0-9]{2,3}', 4, 'a priority from 100 to 4096', (value) =>
    Number(value) > 4096 ? 'it is above 4096' : undefined,
  ),
  timestamp: rule('2[0-9]{3}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z', 20, 'a point in time'),
  kubernetesName: rule('[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?', 253, 'the name of a Kubernetes object'),
  kubernetesNamespace: rule('[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?', 63, 'the name of a Kubernetes namespace'),
  kubernetesRole: rule('[A-Za-z0-9][A-Za-z0-9:._-]{0,252}', 253, 'the name of a Kubernetes role or binding'),
  imageDigest: rule('sha256:[0-9a-f]{64}', 71, 'the digest of a container image'),
  repository: rule(
    '[a-z0-9](?:[a-z0-9._/-]{0,253}[a-z0-9])?',
    255,
    'the name of a repository of images',
    dottedObjection,
  ),
  domainName: rule(`(?:${dnsLabel}\\.){1,12}[A-Za-z][A-Za-z0-9-]{1,62}`, 253, 'a domain name'),
  origin: rule('https://[a-z0-9.-]{1,200}', 208, 'an https address', (value) =>
    readOrigin(value) === value ? undefined : 'it is not an https origin',
  ),
} as const satisfies Record<string, TypeRule>;

export type ParameterType = keyof typeof rules;

/**
 * Why a value may not stand in a command, as a constant sentence without anything of the value; undefined for a value
 * that may. What is accepted is a word of letters, digits and few signs that no shell treats specially; it never begins
 * with "-" (an option) or "@" (for the Azure CLI, a file to read).
 */
export function objectionTo(type: ParameterType, value: string): string | undefined {
  const { pattern, longest, is, objection }: TypeRule = rules[type];
  if (value === '') return 'it is empty';
  if (value.length > longest) return 'it is too long';
  if (!pattern.test(value)) return `it is not ${is}`;
  return objection?.(value);
}

/** Alerts that are samples name this object. */
function nobodyObjection(value: string): string | undefined {
  return /^[0-]+$/.test(value) ? 'it names nobody' : undefined;
}

/** Names that a path would read as "here" or "up", or that end in a dot, which Windows drops. */
function dottedObjection(value: string): string | undefined {
  const odd = value.split('/').some((name) => name === '..' || name === '.' || name.endsWith('.'));
  return odd ? 'a name in it ends in a dot' : undefined;
}

/**
 * Addresses by which Azure itself serves machines: the platform's virtual address and the metadata service. To block
 * them cuts a machine off from its agent, DNS and health probes.
 */
const azuresOwn: ReadonlySet<string> = new Set(['168.63.129.16', '169.254.169.254', '169.254.169.253']);

function addressObjection(value: string): string | undefined {
  if (!ipaddr.IPv4.isValidFourPartDecimal(value) && !ipaddr.IPv6.isValid(value)) return 'it is not an IP address';
  if (azuresOwn.has(ipaddr.process(value).toString())) return 'the address belongs to Azure itself';
  return nowhere.has(ipaddr.process(value).range()) ? 'the address means another machine to everyone' : undefined;
}

const nowhere: ReadonlySet<string> = new Set(['unspecified', 'broadcast', 'multicast', 'linkLocal', 'loopback']);

function publicObjection(value: string): string | undefined {
  const objection = addressObjection(value);
  if (objection !== undefined) return objection;
  // Addresses of documentation are nobody's, and sample alerts name them: a rule about one does no harm.
  return ipaddr.process(value).range() === 'unicast' || isDocumentation(value)
    ? undefined
    : 'the address is not one of the public internet';
}

/** RFC 5737 and RFC 3849. */
const documentation = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32'].map((range) =>
  ipaddr.parseCIDR(range),
);

function isDocumentation(value: string): boolean {
  const address = ipaddr.process(value);
  return documentation.some(([range, bits]) => range.kind() === address.kind() && address.match(range, bits));
}
