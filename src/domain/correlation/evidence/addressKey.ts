import ipaddr from 'ipaddr.js';

/** Which part of the world an address names, and its one spelling. */
export interface AddressKey {
  readonly scope: 'public' | 'private';
  readonly key: string;
}

/**
 * The canonical form of an IP address: IPv4 inside IPv6 unfolded, zeros shortened. Undefined for what is no address, and
 * for addresses that mean the same on every machine (loopback, link-local with the cloud's metadata service, multicast,
 * unspecified): sharing them says nothing.
 */
export function addressKey(text: string): AddressKey | undefined {
  const bare = text.trim();
  if (bare.length > 45 || !isWritten(bare)) return undefined;
  const address = ipaddr.process(bare);
  const range = address.range();
  const key = address.toString();
  if (isEverywhere(range)) return undefined;
  return { scope: isLocal(range) ? 'private' : 'public', key };
}

/** Four decimal parts or IPv6: ipaddr.js would read a number, a version ("10.15.7") and octal digits as addresses, too. */
function isWritten(text: string): boolean {
  return text.includes(':') ? ipaddr.IPv6.isValid(text) : ipaddr.IPv4.isValidFourPartDecimal(text);
}

function isEverywhere(range: string): boolean {
  return ['unspecified', 'loopback', 'linkLocal', 'multicast', 'broadcast', 'discard'].includes(range);
}

/** Reserved ranges count as public: documentation addresses are in every sample of the service. */
function isLocal(range: string): boolean {
  return range === 'private' || range === 'uniqueLocal' || range === 'carrierGradeNat';
}
