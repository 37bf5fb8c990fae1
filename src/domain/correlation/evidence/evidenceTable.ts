import { countingUp } from '../columns/gather.ts';
import { TextNumbers } from '../columns/textNumbers.ts';
import { UnionFind } from '../unionFind.ts';
import type { EvidenceKindName } from './evidenceKind.ts';
import { evidenceKindNames, evidenceKindNumber } from './evidenceKind.ts';

/** Numbers for evidence keys, in the order of their first appearance, and which of them mean the same thing. */
export class EvidenceTable {
  readonly #keys = new TextNumbers();
  /** For each kind the key that was asked for last, and its number: one alert names its resource several times. */
  readonly #lastKeys: (string | undefined)[] = evidenceKindNames.map(() => undefined);
  readonly #lastNumbers: number[] = evidenceKindNames.map(() => -1);

  get size(): number {
    return this.#keys.size;
  }

  number(kind: EvidenceKindName, key: string): number {
    const kindNumber = evidenceKindNumber(kind);
    if (this.#lastKeys[kindNumber] === key) return this.#lastNumbers[kindNumber] as number;
    const number = this.#keys.number(kindNumber, key);
    this.#lastKeys[kindNumber] = key;
    this.#lastNumbers[kindNumber] = number;
    return number;
  }

  key(number: number): string {
    return this.#keys.text(number);
  }

  kind(number: number): number {
    return this.#keys.group(number);
  }

  /** Whether the key of the one comes first in alphabetical order. */
  isBefore(one: number, other: number): boolean {
    return this.#keys.isBefore(one, other);
  }

  /**
   * For each number the one that stands for all that mean the same thing: of several the resource id, or else the name
   * that tells people most, or else the first in alphabetical order. A name that is an alias of several things (two machines
   * called "web-1") is an alias of none: it would make one of both.
   *
   * @param aliases pairs in one list: a thing, a name of it, the next thing …
   */
  canonical(aliases: Int32Array): Int32Array {
    const sets = new UnionFind(this.size);
    const things = soleThings(aliases, this.size);
    for (let other = 0; other < things.length; other += 1) {
      const thing = things[other] as number;
      if (thing >= 0) sets.union(thing, other);
    }
    const leaders = countingUp(this.size);
    for (let number = 0; number < leaders.length; number += 1) leaders[number] = sets.find(number);
    const seen = new Uint8Array(this.size);
    const leaderOf = new Map<number, number>();
    for (const number of aliases) {
      if (seen[number] === 1) continue;
      seen[number] = 1;
      const set = leaders[number] as number;
      const leader = leaderOf.get(set);
      if (leader === undefined || this.#comesFirst(number, leader)) leaderOf.set(set, number);
    }
    return leaders.map((set) => leaderOf.get(set) ?? set);
  }

  #comesFirst(one: number, other: number): boolean {
    const a = this.key(one);
    const b = this.key(other);
    const rankA = nameRank(a);
    const rankB = nameRank(b);
    return rankA === rankB ? a < b : rankA < rankB;
  }
}

const nothing = -1;
const several = -2;

/** For each number the thing that it is an alias of; negative where it is none, or one of several. */
function soleThings(aliases: Int32Array, size: number): Int32Array {
  const things = new Int32Array(size).fill(nothing);
  for (let at = 0; at < aliases.length; at += 2) {
    const thing = aliases[at] as number;
    const other = aliases[at + 1] as number;
    if (things[other] === nothing) things[other] = thing;
    else if (things[other] !== thing) things[other] = several;
  }
  return things;
}

/** A person knows "night@contoso.example" better than a directory id. */
function nameRank(key: string): number {
  if (key.startsWith('/subscriptions/')) return 0;
  if (key.includes('@')) return 1;
  return key.includes('\\') ? 2 : 3;
}
