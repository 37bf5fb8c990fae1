import type { Episodes } from '../episodes.ts';

/** Seconds. Pauses that are shorter say the same: the detectors' clocks differ by as much. */
const shortestPause = 60;

/**
 * What is expected of an attack of which nothing was seen: pauses about two hours, but of any order of magnitude, which
 * counts like `expectedPauses` that were seen; and an attack's own pauses, once its tempo is known, within a factor of
 * seven or so of it (`shape` and `scale` of the inverse gamma distribution of their logarithms' variance).
 */
const expectedPause = 8.9;
const expectedPauses = 0.6;
const shape = 2;
const scale = 4;

/** What a tempo may say for and against, as a logarithm: an attacker sleeps, too, and comes back. */
const mostFor = 1.5;
const mostAgainst = -4;

/** Logarithms in thousandths: whole numbers add up to the same in any order. */
const precision = 1_000;

/** How many pauses are counted at most; more of them say nothing new. */
const mostPauses = 1_000;

/** Logarithm of the pause between two episodes in seconds; NaN where a time is unknown. */
export function pauseBetween({ start, end }: Pick<Episodes, 'start' | 'end'>, one: number, other: number): number {
  const earlier = Math.min(one, other);
  const pause = (start[one + other - earlier] as number) - (end[earlier] as number);
  return Math.round(precision * Math.log(Math.max(0, pause) / 1_000 + shortestPause)) / precision;
}

/**
 * How fast groups move. An attack has a tempo: a script takes its steps within seconds, a careful person within days. An
 * alert five days after a burst of five minutes is hardly its next step, and five days after the last of several that
 * were days apart it may well be. Each pause that joined a group teaches its tempo; the more of them there are, and the
 * more alike they are, the more it says.
 */
export class Tempos {
  /** Of each group: how many pauses, their sum, and the sum of their squares. */
  readonly #pauses: Float64Array;
  readonly #sum: Float64Array;
  readonly #squares: Float64Array;

  constructor(size: number) {
    this.#pauses = new Float64Array(size);
    this.#sum = new Float64Array(size);
    this.#squares = new Float64Array(size);
  }

  /**
   * Makes one of two groups.
   * @param root which of them stands for both.
   * @param pause at which they were joined; see `pauseBetween`.
   */
  unite(a: number, b: number, root: number, pause: number): void {
    const known = Number.isNaN(pause) ? 0 : 1;
    const seen = known * Math.round(pause * precision || 0);
    this.#pauses[root] = (this.#pauses[a] as number) + (this.#pauses[b] as number) + known;
    this.#sum[root] = (this.#sum[a] as number) + (this.#sum[b] as number) + seen;
    this.#squares[root] = (this.#squares[a] as number) + (this.#squares[b] as number) + seen * seen;
  }

  /**
   * Logarithm of how much more likely a pause is at the tempo of two groups than in any attack; 0 where they have shown
   * none.
   */
  fit(a: number, b: number, pause: number): number {
    const pauses = (this.#pauses[a] as number) + (this.#pauses[b] as number);
    if (pauses === 0 || Number.isNaN(pause)) return 0;
    const sum = ((this.#sum[a] as number) + (this.#sum[b] as number)) / precision;
    const squares = ((this.#squares[a] as number) + (this.#squares[b] as number)) / precision ** 2;
    const mean = sum / pauses;
    const variation = Math.max(0, squares - pauses * mean * mean);
    const ratio = logPredictive(pause, pauses, mean, variation) - logPredictive(pause, 0, 0, 0);
    return Math.max(mostAgainst, Math.min(mostFor, ratio));
  }
}

/**
 * Logarithm of the density of the next pause after some: that of a normal distribution whose mean and variance are
 * uncertain (normal-inverse-gamma), up to a constant, a t distribution.
 *
 * @param variation sum of the squared differences of the pauses from their mean.
 */
function logPredictive(pause: number, pauses: number, mean: number, variation: number): number {
  const weight = expectedPauses + pauses;
  const centre = (expectedPauses * expectedPause + pauses * mean) / weight;
  const spread = scale + variation / 2 + (expectedPauses * pauses * (mean - expectedPause) ** 2) / (2 * weight);
  const half = shape + Math.min(mostPauses, pauses) / 2;
  const width = (2 * spread * (weight + 1)) / weight;
  return normalizer(half) - Math.log(width) / 2 - (half + 0.5) * Math.log(1 + (pause - centre) ** 2 / width);
}

/** The first is ln(Γ(2½) / Γ(2)) = ln(¾ √π). */
const normalizers = [Math.log(0.75 * Math.sqrt(Math.PI))];

/** Logarithm of Γ(half + ½) / Γ(half), by recurrence; `half` is `shape` or more by a multiple of ½. */
function normalizer(half: number): number {
  const place = 2 * (half - shape);
  while (normalizers.length <= place) {
    // Γ(x + 1) / Γ(x + ½) is x divided by Γ(x + ½) / Γ(x).
    const x = shape + (normalizers.length - 1) / 2;
    normalizers.push(Math.log(x) - (normalizers.at(-1) ?? 0));
  }
  return normalizers[place] ?? 0;
}
