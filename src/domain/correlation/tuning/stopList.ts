import ipaddr from 'ipaddr.js';
import { foldResourceId, parseResourceId } from '../../resourceId.ts';

/**
 * What connects nothing because a person said so: egress addresses, scanners, break-glass accounts, automation. Entries
 * are in the one spelling that evidence has; made by `readStopList`.
 */
export interface StopList {
  /** Addresses and ranges: "203.0.113.7", "2001:db8::/32". */
  readonly addresses: readonly string[];
  /** Names, principal names, directory ids, security identifiers; lower case. */
  readonly accounts: readonly string[];
  /** ARM ids with all that is inside them, ids of other clouds, and names of resources and hosts; lower case. */
  readonly resources: readonly string[];
}

export const stopListParts = ['addresses', 'accounts', 'resources'] as const;

export type StopListPart = (typeof stopListParts)[number];

export const emptyStopList: StopList = { addresses: [], accounts: [], resources: [] };

/** An entry that cannot be used, as the person wrote it. */
export interface BadEntry {
  readonly part: StopListPart;
  /** Place in the part, from 0. */
  readonly index: number;
  readonly entry: string;
}

/** Longest entry: an ARM id has at most some 1,500 characters, evidence keys are cut after 512. */
const longestEntry = 512;

// eslint-disable-next-line no-control-regex -- that is what must not be in an entry
const controls = /[\u0000-\u001f\u007f]/;

const readers: Readonly<Record<StopListPart, (entry: string) => string | undefined>> = {
  addresses: readAddress,
  accounts: (entry) => (/^[\\@]|[\\@]$/.test(entry) ? undefined : entry.toLowerCase()),
  resources: readResource,
};

/** The entries that can be used, without repeats and in order, and those that cannot. Blank entries are neither. */
export function readStopList(written: Readonly<Record<StopListPart, readonly string[]>>): {
  readonly stopList: StopList;
  readonly badEntries: readonly BadEntry[];
} {
  const badEntries: BadEntry[] = [];
  const part = (name: StopListPart): readonly string[] => {
    const read = written[name].flatMap((entry, index) => {
      if (entry.trim() === '') return [];
      const folded = readEntry(name, entry);
      if (folded === undefined) badEntries.push({ part: name, index, entry });
      return folded ?? [];
    });
    return [...new Set(read)].sort();
  };
  return {
    stopList: { addresses: part('addresses'), accounts: part('accounts'), resources: part('resources') },
    badEntries,
  };
}

/** One entry in the spelling of evidence; undefined for what names nothing of its part. */
export function readEntry(part: StopListPart, entry: string): string | undefined {
  const bare = entry.trim();
  if (bare === '' || bare.length > longestEntry || controls.test(bare)) return undefined;
  return readers[part](bare);
}

function readAddress(entry: string): string | undefined {
  const [address = '', length, surplus] = entry.split('/');
  if (surplus !== undefined || !isAddress(address)) return undefined;
  const parsed = ipaddr.process(address);
  if (length === undefined) return parsed.toString();
  const bits = Number(length);
  if (!/^\d{1,3}$/.test(length) || bits > (parsed.kind() === 'ipv4' ? 32 : 128)) return undefined;
  return `${networkOf(parsed, bits)}/${String(bits)}`;
}

/** Four decimal parts or IPv6, as in alerts: ipaddr.js would take a number or octal digits for an address, too. */
function isAddress(text: string): boolean {
  return text.includes(':') ? ipaddr.IPv6.isValid(text) : ipaddr.IPv4.isValidFourPartDecimal(text);
}

/** One spelling for one range: "10.1.2.3/8" is "10.0.0.0/8". */
function networkOf(address: ipaddr.IPv4 | ipaddr.IPv6, bits: number): string {
  const range = `${address.toString()}/${String(bits)}`;
  const network =
    address.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(range) : ipaddr.IPv6.networkAddressFromCIDR(range);
  return network.toString();
}

/** A path that starts like an ARM id has to be one; anything else is a name, or an id of another cloud. */
function readResource(entry: string): string | undefined {
  if (!entry.startsWith('/')) return entry.includes('/') ? undefined : entry.toLowerCase();
  return parseResourceId(entry) === undefined ? undefined : foldResourceId(entry);
}
