type Numbers = Int32Array | Float64Array | Uint8Array;

/** A typed array that grows at its end, and doubles when it is full. */
export interface GrowingColumn<Column extends Numbers> {
  readonly size: number;
  push(value: number): void;
  /** Undefined behind the end, and for -1. */
  at(index: number): number | undefined;
  set(index: number, value: number): void;
  /** What was pushed so far, without a copy: later pushes may or may not show in it. */
  view(): Column;
}

/**
 * A class for each kind of number, not one for all: the compiler makes code for what a function has met, and one that
 * has met several kinds of columns is several times slower with each.
 */
function growingColumn<Column extends Numbers>(
  create: new (length: number) => Column,
): new (expected?: number) => GrowingColumn<Column> {
  return class {
    #values: Column;
    #size = 0;

    constructor(expected = 1024) {
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

    at(index: number): number | undefined {
      return index >= 0 && index < this.#size ? this.#values[index] : undefined;
    }

    set(index: number, value: number): void {
      if (index < this.#size) this.#values[index] = value;
    }

    view(): Column {
      return this.#values.subarray(0, this.#size) as Column;
    }

    #grow(): void {
      const larger = new create(Math.max(16, 2 * this.#values.length));
      larger.set(this.#values);
      this.#values = larger;
    }
  };
}

export const IntColumn = growingColumn(Int32Array);
export const FloatColumn = growingColumn(Float64Array);
export const ByteColumn = growingColumn(Uint8Array);
