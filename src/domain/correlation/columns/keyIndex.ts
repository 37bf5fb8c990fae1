import { IntColumn } from './growingColumn.ts';
import { textHash } from './textHash.ts';

/** Places of keys, 0, 1, 2 … in the order in which they were added. A hash table beside a list, smaller than a map. */
export class KeyIndex {
  readonly #keys: string[] = [];
  readonly #hashes = new IntColumn();
  /** 0 where free, else a place and 1. Its length is a power of two, and half of it or more is free. */
  #slots = new Int32Array(2048);
  /** A key is looked for before it is added. */
  #lastKey = '';
  #lastHash = textHash(0, '');

  get keys(): readonly string[] {
    return this.#keys;
  }

  /** -1 for a key that was not added. */
  find(key: string): number {
    return (this.#slots[this.#slotOf(key, this.#hashOf(key))] as number) - 1;
  }

  /** Finds a key, or adds it. */
  placeOf(key: string): number {
    const hash = this.#hashOf(key);
    const slot = this.#slotOf(key, hash);
    const known = this.#slots[slot] as number;
    if (known !== 0) return known - 1;
    this.#keys.push(key);
    this.#hashes.push(hash);
    this.#slots[slot] = this.#keys.length;
    if (2 * this.#keys.length > this.#slots.length) this.#grow();
    return this.#keys.length - 1;
  }

  #hashOf(key: string): number {
    if (key === this.#lastKey) return this.#lastHash;
    this.#lastKey = key;
    this.#lastHash = textHash(0, key);
    return this.#lastHash;
  }

  #slotOf(key: string, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let known = this.#slots[slot] as number; known !== 0; known = this.#slots[slot] as number) {
      if (this.#hashes.at(known - 1) === hash && this.#keys[known - 1] === key) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const slots = new Int32Array(4 * this.#slots.length);
    const mask = slots.length - 1;
    for (let place = 0; place < this.#keys.length; place += 1) {
      let slot = (this.#hashes.at(place) as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = place + 1;
    }
    this.#slots = slots;
  }
}
