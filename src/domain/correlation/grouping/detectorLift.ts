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
  readonly #pairs = new Map<number, number>();
  readonly #singles: Float64Array;
  readonly #typeCount: number;
  readonly #total: number;

  /** @param groups the distinct detectors of each proven group. */
  constructor(groups: readonly (readonly number[])[], typeCount: number) {
    this.#typeCount = typeCount;
    this.#singles = new Float64Array(typeCount);
    let total = 0;
    for (const all of groups) {
      const types = all.slice(0, mostTypes);
      if (types.length < 2) continue;
      total += 1;
      for (const [at, a] of types.entries()) {
        this.#singles[a] = (this.#singles[a] as number) + 1;
        for (const b of types.slice(at + 1)) {
          const key = this.#key(a, b);
          this.#pairs.set(key, (this.#pairs.get(key) ?? 0) + 1);
        }
      }
    }
    this.#total = Math.max(1, total);
  }

  /** Logarithm of how much more often than by chance two detectors were in one attack; 0 for one and the same. */
  of(a: number, b: number): number {
    if (a === b) return 0;
    const expected = ((this.#singles[a] as number) * (this.#singles[b] as number)) / this.#total;
    const seen = this.#pairs.get(this.#key(a, b)) ?? 0;
    return Math.max(-bound, Math.min(bound, Math.log((seen + smoothing) / (expected + smoothing))));
  }

  #key(a: number, b: number): number {
    return Math.min(a, b) * this.#typeCount + Math.max(a, b);
  }
}
