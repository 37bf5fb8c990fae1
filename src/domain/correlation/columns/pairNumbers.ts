import { IntColumn } from './growingColumn.ts';

/** Numbers for pairs of numbers, 0, 1, 2 … in the order of first appearance. A hash table in typed arrays. */
export class PairNumbers {
  readonly #first: InstanceType<typeof IntColumn>;
  readonly #second: InstanceType<typeof IntColumn>;
  /** 0 where free, else the pair's number and 1. Its length is a power of two, and half of it or more is free. */
  #slots: Int32Array;

  constructor(expected = 1024) {
    this.#first = new IntColumn(expected);
    this.#second = new IntColumn(expected);
    this.#slots = new Int32Array(2 ** Math.max(4, Math.ceil(Math.log2(2 * expected))));
  }

  get size(): number {
    return this.#first.size;
  }

  /** The pair's number; a new one when it was not seen before. */
  number(first: number, second: number): number {
    const slot = this.#slotOf(first, second);
    const known = this.#slots[slot] as number;
    if (known !== 0) return known - 1;
    this.#first.push(first);
    this.#second.push(second);
    this.#slots[slot] = this.size;
    if (2 * this.size > this.#slots.length) this.#grow();
    return this.size - 1;
  }

  /** The pair's number, or -1. */
  find(first: number, second: number): number {
    return (this.#slots[this.#slotOf(first, second)] as number) - 1;
  }

  #slotOf(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = mixed(first, second) & mask; ; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] as number) - 1;
      if (number < 0 || (this.#first.at(number) === first && this.#second.at(number) === second)) return slot;
    }
  }

  #grow(): void {
    this.#slots = new Int32Array(4 * this.#slots.length);
    for (let number = 0; number < this.size; number += 1) {
      const slot = this.#slotOf(this.#first.at(number) as number, this.#second.at(number) as number);
      this.#slots[slot] = number + 1;
    }
  }
}

function mixed(first: number, second: number): number {
  const hash = Math.imul(first, 0x9e37_79b1) ^ Math.imul(second, 0x85eb_ca6b);
  return hash ^ (hash >>> 15);
}
