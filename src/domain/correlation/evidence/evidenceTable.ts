import { UnionFind } from '../unionFind.ts';
import type { EvidenceKindName } from './evidenceKind.ts';
import { evidenceKindNames, evidenceKindNumber } from './evidenceKind.ts';

/** Numbers for evidence keys, in the order of their first appearance, and which of them mean the same thing. */
export class EvidenceTable {
  readonly #numbers = new Map<EvidenceKindName, Map<string, number>>(
    evidenceKindNames.map((name) => [name, new Map()]),
  );
  readonly #keys: string[] = [];
  readonly #kinds: number[] = [];

  get size(): number {
    return this.#keys.length;
  }

  number(kind: EvidenceKindName, key: string): number {
    const known = this.#numbers.get(kind)?.get(key);
    if (known !== undefined) return known;
    const number = this.#keys.length;
    this.#numbers.get(kind)?.set(key, number);
    this.#keys.push(key);
    this.#kinds.push(evidenceKindNumber(kind));
    return number;
  }

  key(number: number): string {
    return this.#keys[number] ?? '';
  }

  kind(number: number): number {
    return this.#kinds[number] ?? 0;
  }

  /**
   * For each number the one that stands for all that mean the same thing: of several the resource id, or else the name
   * that tells people most, or else the first in alphabetical order. A name that is an alias of several things (two machines
   * called "web-1") is an alias of none: it would make one of both.
   *
   * @param aliases pairs in one list: a thing, a name of it, the next thing …
   */
  canonical(aliases: readonly number[]): Int32Array {
    const partners = new Map<number, Set<number>>();
    for (let at = 0; at < aliases.length; at += 2) {
      const [key, other] = [aliases[at] as number, aliases[at + 1] as number];
      const known = partners.get(other);
      if (known === undefined) partners.set(other, new Set([key]));
      else known.add(key);
    }
    const sets = new UnionFind(this.size);
    for (const [other, keys] of partners) {
      if (keys.size === 1) for (const key of keys) sets.union(key, other);
    }
    const leaders = new Map<number, number>();
    for (const number of aliases) {
      const set = sets.find(number);
      const leader = leaders.get(set) ?? number;
      leaders.set(set, this.#comesFirst(number, leader) ? number : leader);
    }
    return Int32Array.from({ length: this.size }, (_, number) => leaders.get(sets.find(number)) ?? number);
  }

  #comesFirst(one: number, other: number): boolean {
    const [a, b] = [this.key(one), this.key(other)];
    const [rankA, rankB] = [nameRank(a), nameRank(b)];
    return rankA === rankB ? a < b : rankA < rankB;
  }
}

/** A person knows "night@contoso.example" better than a directory id. */
function nameRank(key: string): number {
  if (key.startsWith('/subscriptions/')) return 0;
  if (key.includes('@')) return 1;
  return key.includes('\\') ? 2 : 3;
}
