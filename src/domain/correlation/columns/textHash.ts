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
  // The upper bits know of all characters, the lower ones only of their lower bits.
  let hash = even ^ (odd >>> 15) ^ (odd << 17);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb_352d);
  return hash ^ (hash >>> 15);
}
