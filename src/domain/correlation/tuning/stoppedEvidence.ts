import ipaddr from 'ipaddr.js';
import { parseResourceId } from '../../resourceId.ts';
import type { AlertColumns } from '../alertTable.ts';
import { evidenceKindNames, type EvidenceKindName } from '../evidence/evidenceKind.ts';
import type { StopList } from './stopList.ts';

type Matcher = (key: string) => boolean;

/**
 * The evidence that a stop list names, by number. A thing with several names is stopped by any of them: the account that
 * a person knows by its principal name is in alerts by its directory id, too.
 *
 * @param from the first number to look at.
 */
export function stoppedEvidence(
  { table, canonical }: Pick<AlertColumns, 'table' | 'canonical'>,
  stopList: StopList,
  from = 0,
): ReadonlySet<number> {
  const stopped = new Set<number>();
  const matchers = matchersOf(stopList);
  if (matchers.size === 0) return stopped;
  for (let evidence = from; evidence < table.size; evidence += 1) {
    const kind = evidenceKindNames[table.kind(evidence)] ?? 'resource';
    if (matchers.get(kind)?.(table.key(evidence)) === true) stopped.add(canonical[evidence] ?? evidence);
  }
  return stopped;
}

function matchersOf({ addresses, accounts, resources }: StopList): ReadonlyMap<EvidenceKindName, Matcher> {
  const matchers = new Map<EvidenceKindName, Matcher>();
  if (addresses.length > 0) {
    const matches = addressMatcher(addresses);
    matchers.set('address', matches);
    // Keyed by where it was seen, too: "10.0.0.4 in …".
    matchers.set('privateAddress', (key) => matches(key.slice(0, key.indexOf(' in '))));
  }
  if (accounts.length > 0) matchers.set('account', accountMatcher(accounts));
  if (resources.length > 0) matchers.set('resource', resourceMatcher(resources));
  return matchers;
}

function addressMatcher(entries: readonly string[]): Matcher {
  const single = new Set(entries.filter((entry) => !entry.includes('/')));
  const ranges = entries.filter((entry) => entry.includes('/')).map((entry) => ipaddr.parseCIDR(entry));
  return (key) => {
    if (single.has(key)) return true;
    if (ranges.length === 0 || !ipaddr.isValid(key)) return false;
    const address = ipaddr.parse(key);
    return ranges.some((range) => range[0].kind() === address.kind() && address.match(range));
  };
}

/** A bare name is the account of that name on any host. */
function accountMatcher(entries: readonly string[]): Matcher {
  const names = new Set(entries);
  return (key) => {
    if (names.has(key)) return true;
    const end = key.indexOf(' on ');
    return end > 0 && names.has(key.slice(0, end));
  };
}

function resourceMatcher(entries: readonly string[]): Matcher {
  const names = new Set(entries);
  const containers = entries.filter((entry) => entry.startsWith('/')).map((entry) => `${entry}/`);
  return (key) => {
    if (names.has(key) || containers.some((container) => key.startsWith(container))) return true;
    const name = parseResourceId(key)?.name ?? /^host (.+) in /.exec(key)?.[1];
    return name !== undefined && names.has(name);
  };
}
