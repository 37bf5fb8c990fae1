import type { DetectorLift } from '../grouping/detectorLift.ts';
import { otherEnd, type LiveEpisode, type LiveLink, type Region } from './liveEpisode.ts';

/** The most that can speak for joining two sets of episodes: of each side the strongest of all links between them. */
interface Bound {
  actor: number;
  trace: number;
  target: number;
  stage: number;
}

/** Episodes that are in one region. */
interface Unit {
  readonly episodes: LiveEpisode[];
  readonly bounds: Map<Unit, Bound>;
  /** Their detectors. */
  readonly types: Set<number>;
  /** The region that it was, where it is none of the episodes that were asked for. */
  readonly outside?: Region | undefined;
  /** False where its own links were not looked at: as long as nothing joins it, they do not matter. */
  isOpen: boolean;
  joined: Unit | undefined;
}

interface Parts {
  readonly parts: readonly (readonly LiveEpisode[])[];
  /** Regions that are in the parts now. */
  readonly absorbed: readonly Region[];
}

/**
 * Parts episodes into regions, and takes in what else belongs to these. No group ever reaches from one region into
 * another: all that lies between the two, taken together and with nothing against it, falls short of what any joining
 * needs. So each can be grouped by itself. Following every link instead would chain thousands of episodes that have
 * nothing to do with each other by many weak ones.
 *
 * @param tied episodes that somebody's word ties to one.
 * @param need logarithm of the odds that the weakest joining needs.
 * @param lift what is known of the company of detectors.
 */
export function regionsAround(
  episodes: Iterable<LiveEpisode>,
  tied: (episode: LiveEpisode) => Iterable<LiveEpisode>,
  need: number,
  lift: DetectorLift,
): Parts {
  const closure = new Closure(tied, need, lift);
  for (const episode of episodes) closure.ask(episode);
  return closure.close();
}

class Closure {
  readonly #tied: (episode: LiveEpisode) => Iterable<LiveEpisode>;
  readonly #need: number;
  readonly #lift: DetectorLift;
  readonly #units = new Map<LiveEpisode, Unit>();
  readonly #asked: Unit[] = [];
  readonly #absorbed = new Set<Region>();
  readonly #toJoin: (readonly [Unit, Unit])[] = [];

  constructor(tied: (episode: LiveEpisode) => Iterable<LiveEpisode>, need: number, lift: DetectorLift) {
    this.#tied = tied;
    this.#need = need;
    this.#lift = lift;
  }

  ask(episode: LiveEpisode): void {
    if (this.#units.has(episode)) return;
    const unit = newUnit([episode], undefined);
    this.#units.set(episode, unit);
    this.#asked.push(unit);
  }

  close(): Parts {
    for (const unit of this.#asked) this.#open(unit);
    for (let pair = this.#toJoin.pop(); pair !== undefined; pair = this.#toJoin.pop()) this.#join(...pair);
    const parts = new Set(this.#asked.map(root));
    return { parts: Array.from(parts, (unit) => unit.episodes), absorbed: [...this.#absorbed] };
  }

  /** Looks at the links and ties of a unit; those to units that are open already were seen from there. */
  #open(unit: Unit): void {
    unit.isOpen = true;
    if (unit.outside !== undefined) this.#absorbed.add(unit.outside);
    for (const episode of unit.episodes) {
      for (const link of episode.links) {
        const other = root(this.#unitOf(otherEnd(link, episode)));
        if (other !== unit && !other.isOpen) this.#note(unit, other, link);
      }
      for (const each of this.#tied(episode)) {
        const other = root(this.#unitOf(each));
        if (other !== unit && !other.isOpen) this.#toJoin.push([unit, other]);
      }
    }
  }

  #unitOf(episode: LiveEpisode): Unit {
    const known = this.#units.get(episode);
    if (known !== undefined) return known;
    const { region } = episode;
    const unit = newUnit(region?.episodes ?? [episode], region);
    for (const each of unit.episodes) this.#units.set(each, unit);
    return unit;
  }

  #note(unit: Unit, other: Unit, link: LiveLink): void {
    const bound = unit.bounds.get(other);
    if (bound === undefined) {
      const { actor, trace, target, stage } = link;
      this.#bind(unit, other, { actor, trace, target, stage });
      return;
    }
    raise(bound, link);
    this.#check(unit, other, bound);
  }

  #bind(one: Unit, other: Unit, bound: Bound): void {
    one.bounds.set(other, bound);
    other.bounds.set(one, bound);
    this.#check(one, other, bound);
  }

  #check(one: Unit, other: Unit, { actor, trace, target, stage }: Bound): void {
    const shared = actor + trace + target + stage;
    if (shared + this.#mostCompany(one, other, this.#need - shared) >= this.#need) this.#toJoin.push([one, other]);
  }

  /** No average over detectors is more than the most of two. Stops at what is enough. */
  #mostCompany(one: Unit, other: Unit, enough: number): number {
    let most = -Infinity;
    for (const a of one.types) {
      for (const b of other.types) {
        most = Math.max(most, this.#lift.of(a, b));
        if (most >= enough) return most;
      }
    }
    return most;
  }

  #join(first: Unit, second: Unit): void {
    const [one, other] = [root(first), root(second)];
    if (one === other) return;
    for (const unit of [one, other]) if (!unit.isOpen) this.#open(unit);
    const [few, many] = one.bounds.size <= other.bounds.size ? [one, other] : [other, one];
    few.joined = many;
    for (const episode of few.episodes) many.episodes.push(episode);
    const typesBefore = many.types.size;
    for (const type of few.types) many.types.add(type);
    many.bounds.delete(few);
    for (const [neighbour, bound] of few.bounds) {
      neighbour.bounds.delete(few);
      if (neighbour === many) continue;
      const known = many.bounds.get(neighbour) ?? bound;
      if (known !== bound) raise(known, bound);
      this.#bind(many, neighbour, known);
    }
    few.bounds.clear();
    // More detectors may be better company for all around.
    if (many.types.size > typesBefore)
      for (const [neighbour, bound] of many.bounds) this.#check(many, neighbour, bound);
  }
}

function newUnit(episodes: readonly LiveEpisode[], outside: Region | undefined): Unit {
  return {
    episodes: [...episodes],
    bounds: new Map(),
    types: new Set(episodes.map(({ type }) => type)),
    outside,
    isOpen: false,
    joined: undefined,
  };
}

function root(unit: Unit): Unit {
  let top = unit;
  while (top.joined !== undefined) top = top.joined;
  return top;
}

function raise(bound: Bound, by: Bound): void {
  bound.actor = Math.max(bound.actor, by.actor);
  bound.trace = Math.max(bound.trace, by.trace);
  bound.target = Math.max(bound.target, by.target);
  bound.stage = Math.max(bound.stage, by.stage);
}
