/** Which alerts are one group: joins are cheap, and labels are read once at the end. */
export class UnionFind {
  readonly #parents: Int32Array;
  readonly #sizes: Int32Array;

  constructor(count: number) {
    this.#parents = Int32Array.from({ length: count }, (_, index) => index);
    this.#sizes = new Int32Array(count).fill(1);
  }

  root(member: number): number {
    let at = member;
    for (let above = this.#parents[at] ?? at; above !== at; above = this.#parents[at] ?? at) {
      const grandparent = this.#parents[above] ?? above;
      this.#parents[at] = grandparent;
      at = grandparent;
    }
    return at;
  }

  size(member: number): number {
    return this.#sizes[this.root(member)] ?? 1;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.root(a), this.root(b)];
    if (first === second) return;
    const [large, small] = (this.#sizes[first] ?? 0) >= (this.#sizes[second] ?? 0) ? [first, second] : [second, first];
    this.#parents[small] = large;
    this.#sizes[large] = (this.#sizes[large] ?? 0) + (this.#sizes[small] ?? 0);
  }

  /** The root of each member's group, -1 for a member that is alone. */
  labels(): Int32Array {
    return Int32Array.from(this.#parents, (_, member) => (this.size(member) < 2 ? -1 : this.root(member)));
  }
}
