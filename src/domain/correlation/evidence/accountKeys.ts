import type { JsonObject } from '../../json.ts';
import { ownString } from '../../json.ts';

/**
 * Names that every machine has; two alerts about "root" are about two accounts. Source: the account names that Sentinel
 * drops from its entity mapping.
 */
const genericNames = new Set([
  'admin',
  'administrator',
  'system',
  'root',
  'anonymous',
  'anonymous logon',
  'authenticated user',
  'network',
  'null',
  'local system',
  'localsystem',
  'local service',
  'network service',
  'guest',
  'nobody',
  'www-data',
]);

/**
 * Identifiers that are the same on every machine: services, application pools and groups, since only S-1-5-21 is given
 * out by a domain or a machine, and there the built-in accounts (500 administrator, 501 guest …).
 */
const builtInSid = /^s-1-5-(?:(?!21-)|21-.*-50[0-3]$)/;

/** Domains that every machine has for itself: a name in them is a bare name. */
const localDomains = new Set([
  'workgroup',
  'builtin',
  'nt authority',
  'nt service',
  'iis apppool',
  'window manager',
  'font driver host',
]);

const zeroGuid = '00000000-0000-0000-0000-000000000000';

export function isGenericAccount(name: string): boolean {
  const folded = name.trim().toLowerCase();
  return folded === '' || folded === 'n/a' || genericNames.has(folded.slice(folded.lastIndexOf('\\') + 1));
}

/**
 * The keys under which an account entity is known, strongest first: directory object, security identifier, user
 * principal name, domain and name. A bare name is the same account only on the same host, so it is keyed by `hostKey`,
 * or by nothing when there is none. Several keys are aliases of one account.
 */
export function accountKeys(account: JsonObject, hostKey: string | undefined): readonly string[] {
  const text = (name: string): string | undefined => ownString(account, name)?.trim().toLowerCase() || undefined;
  const keys: string[] = [];
  for (const id of [text('aadUserId'), text('objectGuid')]) {
    if (id !== undefined && id !== zeroGuid && !keys.includes(id)) keys.push(id);
  }
  const sid = text('sid');
  if (sid !== undefined && !builtInSid.test(sid)) keys.push(sid);
  const name = text('name');
  if (name === undefined || isGenericAccount(name)) return keys;
  const suffix = text('upnSuffix');
  if (suffix !== undefined) keys.push(`${name}@${suffix}`);
  else if (name.includes('@')) keys.push(name);
  const domain = text('ntDomain');
  if (domain !== undefined && !localDomains.has(domain)) keys.push(`${domain}\\${name}`);
  if (keys.length === 0 && hostKey !== undefined) keys.push(`${name} on ${hostKey}`);
  return keys;
}
