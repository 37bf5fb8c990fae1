import { countingUp } from './columns/gather.ts';

/** Disjoint sets over the numbers 0 … size - 1, in the least space: one integer each. */
export class UnionFind {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = countingUp(size);
  }

  /** The representative of a set: its least member, whatever the order in which sets were joined. */
  find(member: number): number {
    const parents = this.#parents;
    let root = member;
    while (parents[root] !== root) {
      const parent = parents[root] as number;
      // Halving the path keeps later searches short.
      parents[root] = parents[parent] as number;
      root = parents[root] as number;
    }
    return root;
  }

  /** Joins two sets; false when they were one already. */
  union(a: number, b: number): boolean {
    const rootA = this.find(a);
    const rootB = this.find(b);
    if (rootA === rootB) return false;
    this.#parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    return true;
  }
}
