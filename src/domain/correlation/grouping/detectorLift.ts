import { PairCounts } from '../columns/pairCounts.ts';

/** Added to both counts, so that what was seen once or never says little. */
const smoothing = 0.6;

/**
 * Proven groups are not all attacks: an administrator's morning is one, too, and brings any two detectors together. Only
 * what is seen this much more often than by chance speaks for an attack; what is seen as often as by chance speaks
 * against it.
 */
const expectedOfAttacks = 3;

/** So many groups teach half of what many would: in a small environment two attacks are no rule. */
const groupsToTrust = 20;

/** The most that a ratio may be, as a logarithm, for and against. */
const bound = 3;

/** Counted in groups that are partly wrong, ratios come out too small; on tuning data this power sets them right. */
const power = 2.4;

/**
 * Of several pairs the one that is seen least together counts by this share, and their average by the rest: of an attack
 * all detectors keep each other's company, not only most of them.
 */
const shareOfLeast = 0.6;

/** Groups with more kinds of detectors than this are cut: their pairs would drown those of others. */
const mostTypes = 12;

/** The service has some hundred detectors. With many more, pairs of all would take more memory than all else. */
const mostKnownTypes = 500;

/**
 * Which detectors speak of the same attacks, learnt from groups found before. Attackers go about their work in a few
 * ways, and what is not an attack brings detectors together at random: nothing else tells the two apart so well.
 * Defender for Cloud's own correlation separates attack patterns from incidental company in the same way.
 */
export class DetectorLift {
  readonly #pairs = new PairCounts();
  readonly #singles: Float64Array;
  readonly #total: number;
  readonly #credit: ArrayLike<number>;
  /** What was computed, of all pairs; NaN where it was not asked for. Empty where there are too many detectors. */
  readonly #known: Float64Array;

  /**
   * @param groups the distinct detectors of each proven group.
   * @param typeNames of the detectors by number; numbers may depend on the order of delivery, and names do not.
   * @param credit see `creditOfDetectors`.
   */
  constructor(groups: readonly (readonly number[])[], typeNames: readonly string[], credit: ArrayLike<number> = []) {
    this.#credit = credit;
    this.#singles = new Float64Array(typeNames.length);
    this.#known = new Float64Array(typeNames.length <= mostKnownTypes ? typeNames.length ** 2 : 0).fill(NaN);
    let total = 0;
    for (const all of groups) {
      const types = all.length > mostTypes ? firstByName(all, typeNames) : all;
      if (types.length < 2) continue;
      total += 1;
      this.#count(types);
    }
    this.#total = Math.max(1, total);
  }

  #count(types: readonly number[]): void {
    for (let at = 0; at < types.length; at += 1) {
      const one = types[at] as number;
      this.#singles[one] = (this.#singles[one] as number) + 1;
      for (let next = at + 1; next < types.length; next += 1) {
        const other = types[next] as number;
        this.#pairs.add(Math.min(one, other), Math.max(one, other));
      }
    }
  }

  /**
   * Logarithm of how much more likely two detectors speak in one attack than beside each other by chance; 0 where nothing
   * is known, and for one and the same.
   */
  of(a: number, b: number): number {
    // Also for a detector that nobody knew when this was learnt.
    if (a === b || Math.max(a, b) >= this.#singles.length) return 0;
    const place = a * this.#singles.length + b;
    const known = this.#known[place];
    if (known !== undefined && !Number.isNaN(known)) return known;
    return (this.#known[place] = this.#compute(a, b));
  }

  #compute(a: number, b: number): number {
    const ofA = this.#singles[a] as number;
    const ofB = this.#singles[b] as number;
    const expected = (ofA * ofB) / this.#total;
    const seen = this.#pairs.of(Math.min(a, b), Math.max(a, b));
    // A detector that is in every second group can be with another twice as often as by chance, and not more.
    const required = Math.min(expectedOfAttacks, this.#total / Math.max(1, ofA, ofB));
    const ratio = (seen + smoothing) / (required * expected + smoothing);
    const trust = this.#total / (this.#total + groupsToTrust);
    return trust * power * Math.max(-bound, Math.min(bound, Math.log(ratio)));
  }

  /** Logarithm of how much more readily than that of others what a detector says is part of something; 0 if unknown. */
  creditOf(type: number): number {
    return this.#credit[type] ?? 0;
  }

  /** The same as `of` for the detectors of two groups: their average, and the least of them more than the others. */
  between(a: readonly number[], b: readonly number[]): number {
    let sum = 0;
    let least = Infinity;
    for (const one of a) {
      for (const other of b) {
        const company = this.of(one, other);
        sum += company;
        if (company < least) least = company;
      }
    }
    return (1 - shareOfLeast) * (sum / (a.length * b.length)) + shareOfLeast * least;
  }

  /** The same for the distinct detectors of one group among themselves; 0 for less than two. */
  within(types: readonly number[]): number {
    let sum = 0;
    for (let at = 0; at < types.length; at += 1) {
      for (let next = at + 1; next < types.length; next += 1)
        sum += this.of(types[at] as number, types[next] as number);
    }
    return types.length < 2 ? 0 : (2 * sum) / (types.length * (types.length - 1));
  }
}

function firstByName(types: readonly number[], names: readonly string[]): readonly number[] {
  const nameOf = (type: number): string => names[type] ?? '';
  return [...types].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)).slice(0, mostTypes);
}
