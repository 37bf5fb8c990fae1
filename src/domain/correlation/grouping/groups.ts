import { haveCommonNumber, mergeRising, type RisingList } from '../columns/risingLists.ts';
import { evidenceKindOf } from '../evidence/evidenceKind.ts';
import type { LinkContext } from '../links/pairEvidence.ts';
import { sameTenant } from '../links/sameTenant.ts';
import { UnionFind } from '../unionFind.ts';
import { ownActors } from './ownActors.ts';
import { pauseBetween, Tempos } from './tempo.ts';

/** Beyond that a "group" is a habit of the environment, and joining more to it helps nobody. */
export const mostEpisodes = 1_000;

/** Logarithms of how much less likely one attack is when both sides have actors of a kind and none in common. */
const otherAddresses = -0.7;
const otherAccounts = -1.2;

/** Bits for kinds of actors. */
const addresses = 1;
const accounts = 2;

/** `person`: a person keeps something in the one apart from something in the other. */
export type GroupObstacle = 'otherTenant' | 'person' | 'tooMany' | 'tooLong';

const noSides: ReadonlyMap<number, readonly number[]> = new Map();

/** Groups while they grow: sets of episodes with their span, size, tempo and own actors. */
export class Groups {
  readonly size: number;
  readonly #sets: UnionFind;
  readonly #context: LinkContext;
  readonly #begin: Float64Array;
  readonly #end: Float64Array;
  readonly #count: Int32Array;
  readonly #tenant: Int32Array;
  readonly #tempos: Tempos;
  readonly #ownActors: readonly RisingList[];
  /** Own actors and detectors of groups of several episodes. */
  readonly #actors: (RisingList | undefined)[];
  readonly #types: (RisingList | undefined)[];
  /** For each detector the list of it alone. */
  readonly #singleTypes: readonly RisingList[];
  /** Only of groups that a person said something about. */
  readonly #sides = new Map<number, ReadonlySet<number>>();

  /** @param sides of episodes: the sides of separations on which they stand, 2 × separation and 2 × separation + 1. */
  constructor(context: LinkContext, sides = noSides) {
    const { episodes } = context;
    this.size = episodes.size;
    this.#context = context;
    this.#sets = new UnionFind(episodes.size);
    this.#begin = episodes.start.slice();
    this.#end = episodes.end.slice();
    this.#count = new Int32Array(episodes.size).fill(1);
    this.#tenant = episodes.tenant.slice();
    this.#tempos = new Tempos(episodes.size);
    this.#ownActors = ownActors(context);
    this.#actors = new Array<undefined>(episodes.size);
    this.#types = new Array<undefined>(episodes.size);
    this.#singleTypes = context.alerts.typeNames.map((_, type) => [type]);
    for (const [episode, ofEpisode] of sides) this.#sides.set(episode, new Set(ofEpisode));
  }

  episodesIn(group: number): number {
    return this.#count[group] as number;
  }

  find(episode: number): number {
    return this.#sets.find(episode);
  }

  /** Why two groups cannot be joined, however much they share; undefined when nothing forbids it. */
  obstacle(one: number, other: number): GroupObstacle | undefined {
    const a = this.find(one);
    const b = this.find(other);
    // Links look at two alerts; one whose tenant nobody knows must not be a bridge between two that are known.
    if (!sameTenant(this.#tenant[a] as number, this.#tenant[b] as number)) return 'otherTenant';
    if (this.keptApart(a, b)) return 'person';
    const { count, begin, end } = this.#together(a, b);
    if (count > mostEpisodes) return 'tooMany';
    return end - begin > this.#context.longestSpan ? 'tooLong' : undefined;
  }

  /** True when a person keeps something in one group apart from something in the other. */
  keptApart(a: number, b: number): boolean {
    const ofA = this.#sides.get(a);
    const ofB = this.#sides.get(b);
    if (ofA === undefined || ofB === undefined) return false;
    const [fewer, more] = ofA.size < ofB.size ? [ofA, ofB] : [ofB, ofA];
    for (const side of fewer) if (more.has(side ^ 1)) return true;
    return false;
  }

  /**
   * Joins the groups of two episodes unless they are one, or there is an obstacle. The pause between the two episodes
   * teaches the tempo of what they become.
   */
  join(one: number, other: number): boolean {
    const a = this.find(one);
    const b = this.find(other);
    if (a === b || this.obstacle(a, b) !== undefined) return false;
    this.#unite(a, b, pauseBetween(this.#context.episodes, one, other));
    return true;
  }

  /** The same for what a person put together: that may become as large and as long as it likes. */
  joinByWord(one: number, other: number): boolean {
    const a = this.find(one);
    const b = this.find(other);
    const obstacle = this.obstacle(a, b);
    if (a === b || obstacle === 'otherTenant' || obstacle === 'person') return false;
    this.#unite(a, b, pauseBetween(this.#context.episodes, one, other));
    return true;
  }

  #unite(a: number, b: number, pause: number): void {
    const { count, begin, end } = this.#together(a, b);
    const tenant = (this.#tenant[a] as number) || (this.#tenant[b] as number);
    const actors = mergeRising(this.#actorsOf(a), this.#actorsOf(b));
    const types = mergeRising(this.typesOf(a), this.typesOf(b));
    this.#sets.union(a, b);
    const root = this.find(a);
    const absorbed = a + b - root;
    this.#actors[absorbed] = undefined;
    this.#types[absorbed] = undefined;
    this.#tempos.unite(a, b, root, pause);
    this.#count[root] = count;
    this.#tenant[root] = tenant;
    this.#begin[root] = begin;
    this.#end[root] = end;
    this.#actors[root] = actors;
    this.#types[root] = types;
    this.#uniteSides(a, b, root);
  }

  #uniteSides(a: number, b: number, root: number): void {
    if (this.#sides.size === 0) return;
    const sides = [this.#sides.get(a), this.#sides.get(b)].flatMap((ofOne) => [...(ofOne ?? [])]);
    if (sides.length > 0) this.#sides.set(root, new Set(sides));
  }

  /** The distinct detectors of a group. */
  typesOf(group: number): RisingList {
    return this.#types[group] ?? this.#singleTypes[this.#context.episodes.type[group] as number] ?? [];
  }

  /** The distinct detectors of every group of several episodes. */
  detectors(): readonly RisingList[] {
    return this.#types.filter((types) => types !== undefined);
  }

  /** Logarithm of how much more likely a pause between two groups is at their tempo; see `Tempos`. */
  tempo(a: number, b: number, pause: number): number {
    return this.#tempos.fit(a, b, pause);
  }

  /** Logarithm of how much less likely one attack is because both sides have actors of a kind and none in common. */
  conflict(a: number, b: number): number {
    const ofA = this.#actorsOf(a);
    const ofB = this.#actorsOf(b);
    if (ofA.length === 0 || ofB.length === 0 || haveCommonNumber(ofA, ofB)) return 0;
    const kinds = this.#kindsOf(ofA) & this.#kindsOf(ofB);
    return (kinds & addresses ? otherAddresses : 0) + (kinds & accounts ? otherAccounts : 0);
  }

  #kindsOf(actors: RisingList): number {
    const { table } = this.#context.alerts;
    let kinds = 0;
    for (const actor of actors) kinds |= evidenceKindOf(table.kind(actor)).noun === 'address' ? addresses : accounts;
    return kinds;
  }

  /** Size and span of what two groups would be as one. */
  #together(a: number, b: number): { readonly count: number; readonly begin: number; readonly end: number } {
    return {
      count: (this.#count[a] as number) + (this.#count[b] as number),
      begin: Math.min(this.#begin[a] as number, this.#begin[b] as number),
      end: Math.max(this.#end[a] as number, this.#end[b] as number),
    };
  }

  #actorsOf(group: number): RisingList {
    return this.#actors[group] ?? this.#ownActors[group] ?? [];
  }
}
