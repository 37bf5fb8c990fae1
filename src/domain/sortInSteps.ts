import type { Steps } from './steps.ts';

/** Items that are sorted or merged between two yields. */
const itemsAtOnce = 512;

/** The items in order, equal ones as they came: what `toSorted` gives, but a hundred thousand items hold nobody up. */
export function* sortInSteps<T>(items: Iterable<T>, compare: (a: T, b: T) => number): Steps<readonly T[]> {
  let from = [...items];
  for (let start = 0; start < from.length; start += itemsAtOnce) {
    const run = from.slice(start, start + itemsAtOnce).sort(compare);
    for (const [index, item] of run.entries()) from[start + index] = item;
    yield;
  }
  let into = from.slice();
  for (let width = itemsAtOnce; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) yield* merge(from, into, start, width, compare);
    [from, into] = [into, from];
  }
  return from;
}

/** Merges the two sorted runs of `width` items that begin at `start`. */
function* merge<T>(
  from: readonly T[],
  into: T[],
  start: number,
  width: number,
  compare: (a: T, b: T) => number,
): Steps<void> {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let [left, right] = [start, middle];
  for (let at = start; at < end; at += 1) {
    const takeLeft = left < middle && (right >= end || compare(from[left] as T, from[right] as T) <= 0);
    into[at] = from[takeLeft ? left++ : right++] as T;
    if (at % itemsAtOnce === 0) yield;
  }
}
