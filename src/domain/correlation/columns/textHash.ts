/** A 32-bit hash of a text. Two sums side by side, since each step of one has to wait for the one before. */
export function textHash(seed: number, text: string): number {
  let even = seed;
  let odd = text.length;
  const pairs = text.length & ~1;
  for (let at = 0; at < pairs; at += 2) {
    even = Math.imul(even ^ text.charCodeAt(at), 0x9e37_79b1);
    odd = Math.imul(odd ^ text.charCodeAt(at + 1), 0x85eb_ca6b);
  }
  if (pairs < text.length) even = Math.imul(even ^ text.charCodeAt(pairs), 0x9e37_79b1);
  return mixed(even, odd);
}

/** The same, and writes the units of the text into `units`, which has room for them. */
export function takeUnits(text: string, seed: number, units: Uint16Array): number {
  let even = seed;
  let odd = text.length;
  const pairs = text.length & ~1;
  for (let at = 0; at < pairs; at += 2) {
    const first = text.charCodeAt(at);
    const second = text.charCodeAt(at + 1);
    units[at] = first;
    units[at + 1] = second;
    even = Math.imul(even ^ first, 0x9e37_79b1);
    odd = Math.imul(odd ^ second, 0x85eb_ca6b);
  }
  if (pairs < text.length) {
    const last = text.charCodeAt(pairs);
    units[pairs] = last;
    even = Math.imul(even ^ last, 0x9e37_79b1);
  }
  return mixed(even, odd);
}

/** The upper bits know of all characters, the lower ones only of their lower bits. */
function mixed(even: number, odd: number): number {
  let hash = even ^ (odd >>> 15) ^ (odd << 17);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb_352d);
  return hash ^ (hash >>> 15);
}
