import { radixSort } from './radixSort.ts';

const perUnit = 1e6;

/** Rounded to millionths: sums in another order differ in the last digits, and what is decided by them must not. */
export function roundedWeight(weight: number): number {
  return Math.round(weight * perUnit) / perUnit;
}

/**
 * Sorts indices by rounded weights (logarithms of odds, far from ±2,000), greatest first; equal ones stay in the order
 * they came.
 *
 * @param order indices into `weights`; sorted in place.
 */
export function strongestFirst(order: Int32Array, weights: Float64Array): void {
  const keys = new Uint32Array(weights.length);
  for (let at = 0; at < order.length; at += 1) {
    const index = order[at] as number;
    const millionths = Math.round((weights[index] as number) * perUnit);
    keys[index] = 0x7fff_ffff - Math.max(-0x7fff_ffff, Math.min(0x7fff_ffff, millionths));
  }
  radixSort(order, keys);
}
