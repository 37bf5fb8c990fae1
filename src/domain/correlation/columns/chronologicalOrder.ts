import { radixSort } from './radixSort.ts';

const wordSize = 2 ** 32;
/** Moves the upper words of all times that a date can have above 0. */
const offset = 2 ** 22;
const lastWord = 0xffff_ffff;

/**
 * Sorts indices by time, those without one (NaN) last. Linear where times differ.
 *
 * @param order indices into `times`; sorted in place.
 * @param compareTied decides between indices of one time.
 */
export function chronologicalOrder(
  order: Int32Array,
  times: Float64Array,
  compareTied: (a: number, b: number) => number,
): void {
  const upper = new Uint32Array(times.length);
  const lower = new Uint32Array(times.length);
  for (let at = 0; at < order.length; at += 1) {
    const index = order[at] as number;
    const time = Math.floor(times[index] as number);
    const word = Math.floor(time / wordSize);
    const shifted = Math.max(0, Math.min(lastWord - 1, word + offset));
    upper[index] = Number.isNaN(time) ? lastWord : shifted;
    // Times that no date can have are tied in both words, and compared.
    lower[index] = shifted === word + offset ? time - word * wordSize : 0;
  }
  radixSort(order, lower);
  radixSort(order, upper);
  const compare = (a: number, b: number): number => compareTimes(times, a, b) || compareTied(a, b);
  for (let from = 0, to = 1; from < order.length; from = to, to += 1) {
    while (to < order.length && isSameWord(upper, order, from, to) && isSameWord(lower, order, from, to)) to += 1;
    if (to - from > 1) order.subarray(from, to).sort(compare);
  }
}

function isSameWord(words: Uint32Array, order: Int32Array, a: number, b: number): boolean {
  return words[order[a] as number] === words[order[b] as number];
}

/** Of parts of a millisecond, which the words do not hold. */
function compareTimes(times: Float64Array, a: number, b: number): number {
  const timeA = times[a] as number;
  const timeB = times[b] as number;
  if (timeA < timeB) return -1;
  return timeA > timeB ? 1 : 0;
}
