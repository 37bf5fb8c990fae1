import ipaddr from 'ipaddr.js';

const zero = 0x30;
/** What a dot is as a digit. */
const dot = 0x2e - zero;

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
  const usual = ipv4Of(text);
  if (usual !== undefined) return ipv4Key(usual, text);
  const bare = text.trim();
  if (bare.length > 45 || !isWritten(bare)) return undefined;
  const address = ipaddr.process(bare);
  const range = address.range();
  const key = address.toString();
  if (isEverywhere(range)) return undefined;
  return { scope: isLocal(range) ? 'private' : 'public', key };
}

/** The 32 bits of "203.0.113.7", the form that nearly all addresses have; undefined for any other text. */
function ipv4Of(text: string): number | undefined {
  if (text.length < 7 || text.length > 15) return undefined;
  let address = 0;
  let part = 0;
  let digits = 0;
  let parts = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const digit = at === text.length ? dot : text.charCodeAt(at) - zero;
    if (digit === dot) {
      if (digits === 0 || part > 255) return undefined;
      address = address * 256 + part;
      part = 0;
      digits = 0;
      parts += 1;
    } else {
      // A leading zero could mean octal.
      if (digit < 0 || digit > 9 || digits === 3 || (digits > 0 && part === 0)) return undefined;
      part = part * 10 + digit;
      digits += 1;
    }
  }
  return parts === 4 ? address : undefined;
}

/** The same ranges as those of ipaddr.js below. */
function ipv4Key(address: number, text: string): AddressKey | undefined {
  const first = Math.floor(address / 2 ** 24);
  const second = Math.floor(address / 2 ** 16) % 256;
  const isNowhere = first === 0 || first === 127 || (first >= 224 && first < 240) || address === 0xffff_ffff;
  if (isNowhere || (first === 169 && second === 254)) return undefined;
  const isPrivate =
    first === 10 ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 100 && second >= 64 && second < 128);
  return { scope: isPrivate ? 'private' : 'public', key: text };
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
