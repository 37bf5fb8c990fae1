import { PairCounts } from '../columns/pairCounts.ts';

/** Added to both counts, so that what was seen once or never says little. */
const smoothing = 3;

/** The most that habit may say, for and against. */
const bound = 1.5;

/** Groups with more kinds of detectors than this are cut: their pairs would drown those of others. */
const mostTypes = 12;

/**
 * Which detectors speak of the same attacks, learnt from the groups that actors and traces have proven. Defender for
 * Cloud's own correlation separates attack patterns from incidental company in the same way.
 */
export class DetectorLift {
  readonly #pairs = new PairCounts();
  readonly #singles: Float64Array;
  readonly #total: number;

  /** @param groups the distinct detectors of each proven group. */
  constructor(groups: readonly (readonly number[])[], typeCount: number) {
    this.#singles = new Float64Array(typeCount);
    let total = 0;
    for (const all of groups) {
      const types = all.slice(0, mostTypes);
      if (types.length < 2) continue;
      total += 1;
      for (const [at, a] of types.entries()) {
        this.#singles[a] = (this.#singles[a] as number) + 1;
        for (const b of types.slice(at + 1)) this.#pairs.add(Math.min(a, b), Math.max(a, b));
      }
    }
    this.#total = Math.max(1, total);
  }

  /** Logarithm of how much more often than by chance two detectors were in one attack; 0 for one and the same. */
  of(a: number, b: number): number {
    if (a === b) return 0;
    const expected = ((this.#singles[a] as number) * (this.#singles[b] as number)) / this.#total;
    const seen = this.#pairs.of(Math.min(a, b), Math.max(a, b));
    return Math.max(-bound, Math.min(bound, Math.log((seen + smoothing) / (expected + smoothing))));
  }
}
