type Numbers = Int32Array | Float64Array | Uint8Array | Uint32Array;

/** A typed array that grows at its end, and doubles when it is full. */
export class GrowingColumn<Column extends Numbers> {
  readonly #create: new (length: number) => Column;
  #values: Column;
  #size = 0;

  constructor(create: new (length: number) => Column, expected = 1024) {
    this.#create = create;
    this.#values = new create(expected);
  }

  get size(): number {
    return this.#size;
  }

  push(value: number): void {
    if (this.#size === this.#values.length) this.#grow();
    this.#values[this.#size] = value;
    this.#size += 1;
  }

  /** Undefined behind the end. */
  at(index: number): number | undefined {
    return index < this.#size ? this.#values[index] : undefined;
  }

  set(index: number, value: number): void {
    if (index < this.#size) this.#values[index] = value;
  }

  /** What was pushed so far, without a copy: later pushes may or may not show in it. */
  view(): Column {
    return this.#values.subarray(0, this.#size) as Column;
  }

  #grow(): void {
    const larger = new this.#create(Math.max(16, 2 * this.#values.length));
    larger.set(this.#values);
    this.#values = larger;
  }
}
