import { countingUp } from '../columns/gather.ts';
import { PairNumbers } from '../columns/pairNumbers.ts';
import type { Episodes } from '../episodes.ts';
import type { CandidateLinks } from '../links/candidateLinks.ts';
import type { Groups } from './groups.ts';
import { pauseBetween } from './tempo.ts';

/**
 * Everything that speaks for two groups being one, as columns: of each side the strongest of all links between them, and
 * the shortest pause.
 * Bonds are in the order of their strongest links.
 */
export class Bonds {
  /** Two groups, the lesser first. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Logarithms of likelihood ratios; see `PairEvidence`. */
  readonly actor: Float64Array;
  readonly trace: Float64Array;
  readonly target: Float64Array;
  readonly stage: Float64Array;
  /** See `pauseBetween`. */
  readonly pause: Float64Array;
  /** The strongest of the links. */
  readonly link: Int32Array;
  /** NaN until it is weighed. */
  readonly weight: Float64Array;
  /** Episodes in both groups when they were last looked at: groups only grow, so another number means to weigh again. */
  readonly #episodes: Int32Array;
  readonly #groups: Groups;
  #size: number;

  /** @param links strongest first, each pair of episodes once. */
  constructor(groups: Groups, links: CandidateLinks, episodes: Episodes) {
    this.#groups = groups;
    this.#size = links.size;
    this.a = links.earlier.slice();
    this.b = links.later.slice();
    this.actor = links.actor.slice();
    this.trace = links.trace.slice();
    this.target = links.target.slice();
    this.stage = links.stage.slice();
    this.link = countingUp(links.size);
    this.pause = new Float64Array(links.size);
    for (let link = 0; link < links.size; link += 1) {
      this.pause[link] = pauseBetween(episodes, links.earlier[link] as number, links.later[link] as number);
    }
    this.weight = new Float64Array(links.size).fill(NaN);
    this.#episodes = new Int32Array(links.size).fill(2);
    this.merge();
  }

  get size(): number {
    return this.#size;
  }

  /** Follows the groups as they are now: bonds inside one group go, those of one pair become one. */
  merge(): void {
    const pairs = new PairNumbers(this.#size);
    const bondOfPair: number[] = [];
    let kept = 0;
    for (let bond = 0; bond < this.#size; bond += 1) {
      const one = this.#groups.find(this.a[bond] as number);
      const other = this.#groups.find(this.b[bond] as number);
      if (one === other) continue;
      const episodes = this.#groups.episodesIn(one) + this.#groups.episodesIn(other);
      if (episodes === this.#episodes[bond]) {
        // Neither group has grown, so no other bond has become one of theirs.
        this.#move(bond, kept);
        kept += 1;
        continue;
      }
      const a = Math.min(one, other);
      const b = Math.max(one, other);
      const pair = pairs.number(a, b);
      const known = bondOfPair[pair];
      if (known !== undefined) {
        this.#strengthen(known, bond);
        continue;
      }
      bondOfPair.push(kept);
      this.#move(bond, kept);
      this.a[kept] = a;
      this.b[kept] = b;
      this.weight[kept] = NaN;
      this.#episodes[kept] = episodes;
      kept += 1;
    }
    this.#size = kept;
  }

  #move(from: number, to: number): void {
    if (from === to) return;
    this.a[to] = this.a[from] as number;
    this.b[to] = this.b[from] as number;
    this.actor[to] = this.actor[from] as number;
    this.trace[to] = this.trace[from] as number;
    this.target[to] = this.target[from] as number;
    this.stage[to] = this.stage[from] as number;
    this.pause[to] = this.pause[from] as number;
    this.link[to] = this.link[from] as number;
    this.weight[to] = this.weight[from] as number;
    this.#episodes[to] = this.#episodes[from] as number;
  }

  /** The stronger link of the two is already in place: it comes first. */
  #strengthen(bond: number, other: number): void {
    for (const side of [this.actor, this.trace, this.stage]) {
      side[bond] = Math.max(side[bond] as number, side[other] as number);
    }
    this.pause[bond] = Math.min(this.pause[bond] as number, this.pause[other] as number);
    this.target[bond] = strongerTarget(this.target[bond] as number, this.target[other] as number);
  }
}

/** 0 says that no target is shared; less, that one is on which alerts meet by chance even more readily. */
function strongerTarget(one: number, other: number): number {
  if (one === 0 || other === 0) return one + other;
  return Math.max(one, other);
}
