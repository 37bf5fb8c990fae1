const digitBits = 11;
const digitCount = 1 << digitBits;
const digitMask = digitCount - 1;

/** So few are sorted before the counters of all digits would be set to zero. */
const fewIndices = 64;

/**
 * Sorts indices by unsigned 32-bit keys, rising; equal keys stay in the order they came. Linear, and without comparing:
 * a comparing sort of a hundred thousand links costs as much as finding them.
 *
 * @param order indices into `keys`; sorted in place.
 */
export function radixSort(order: Int32Array, keys: Uint32Array): void {
  if (order.length <= fewIndices) {
    insertionSort(order, keys);
    return;
  }
  let from = order;
  let to: Int32Array = new Int32Array(order.length);
  for (let shift = 0; shift < 32; shift += digitBits) {
    const next = placesOfDigits(from, keys, shift);
    // All keys have the same digit: nothing moves.
    if (next === undefined) continue;
    for (let at = 0; at < from.length; at += 1) {
      const index = from[at] as number;
      const digit = ((keys[index] as number) >>> shift) & digitMask;
      const place = next[digit] as number;
      to[place] = index;
      next[digit] = place + 1;
    }
    const sorted = to;
    to = from;
    from = sorted;
  }
  if (from !== order) order.set(from);
}

/** Where the first index of each digit goes; undefined when there is only one digit. */
function placesOfDigits(order: Int32Array, keys: Uint32Array, shift: number): Int32Array | undefined {
  const counts = new Int32Array(digitCount);
  for (let at = 0; at < order.length; at += 1) {
    const index = order[at] as number;
    const digit = ((keys[index] as number) >>> shift) & digitMask;
    counts[digit] = (counts[digit] as number) + 1;
  }
  let place = 0;
  for (let digit = 0; digit < digitCount; digit += 1) {
    const count = counts[digit] as number;
    if (count === order.length) return undefined;
    counts[digit] = place;
    place += count;
  }
  return counts;
}

function insertionSort(order: Int32Array, keys: Uint32Array): void {
  for (let at = 1; at < order.length; at += 1) {
    const index = order[at] as number;
    const key = keys[index] as number;
    let place = at;
    for (; place > 0 && (keys[order[place - 1] as number] as number) > key; place -= 1) {
      order[place] = order[place - 1] as number;
    }
    order[place] = index;
  }
}
