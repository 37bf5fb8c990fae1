import type { LiveEpisode } from './liveEpisode.ts';

/** Two episodes, and how many more things they now come soon after each other for; negative for fewer. */
export interface PairChange {
  readonly one: LiveEpisode;
  readonly other: LiveEpisode;
  ways: number;
}

/** Adds up what many changes of timelines mean for pairs of episodes: most of it comes to nothing. */
export class PairChanges {
  readonly #changes = new Map<number, PairChange>();

  add(one: LiveEpisode, other: LiveEpisode, ways: 1 | -1): void {
    const [low, high] = one.serial < other.serial ? [one, other] : [other, one];
    const pair = pairNumber(low, high);
    const known = this.#changes.get(pair);
    if (known === undefined) this.#changes.set(pair, { one: low, other: high, ways });
    else known.ways += ways;
  }

  /** Those that remain. */
  *[Symbol.iterator](): Generator<PairChange, undefined> {
    for (const change of this.#changes.values()) if (change.ways !== 0) yield change;
    return undefined;
  }
}

/** One number for two serial numbers, exact for the first 67 million episodes. */
function pairNumber({ serial: low }: LiveEpisode, { serial: high }: LiveEpisode): number {
  return high * 0x400_0000 + low;
}
