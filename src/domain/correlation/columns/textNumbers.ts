import { ByteColumn, IntColumn } from './growingColumn.ts';
import { textHash } from './textHash.ts';

/** Bytes that are reserved at a time. */
const pageSize = 1024 * 1024;

/**
 * Numbers for texts, 0, 1, 2 … in the order of first appearance; the same text is another one in another group. Texts
 * are kept as bytes in few large pages: a million strings would take three times the memory, and the collector would
 * visit each of them again and again.
 */
export class TextNumbers {
  readonly #group = new ByteColumn();
  readonly #hash = new IntColumn();
  readonly #length = new IntColumn();
  /** 2 where a character needs two bytes, else 1. */
  readonly #width = new ByteColumn();
  readonly #page = new IntColumn();
  readonly #offset = new IntColumn();
  readonly #pages: Uint8Array[] = [];
  /** Bytes in use in the last page. */
  #used = 0;
  /** 0 where free, else a number and 1. Its length is a power of two, and half of it or more is free. */
  #slots = new Int32Array(2048);

  get size(): number {
    return this.#hash.size;
  }

  /** @param group 0 to 255. */
  number(group: number, text: string): number {
    const hash = textHash(group, text);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let known = this.#slots[slot] as number; known !== 0; known = this.#slots[slot] as number) {
      if (this.#hash.at(known - 1) === hash && this.#is(known - 1, group, text)) return known - 1;
      slot = (slot + 1) & mask;
    }
    this.#add(group, text, hash);
    this.#slots[slot] = this.size;
    if (2 * this.size > this.#slots.length) this.#grow();
    return this.size - 1;
  }

  /** Empty for a number that was not given. */
  text(number: number): string {
    const { page, from, width, length } = this.#place(number);
    let text = '';
    for (let at = 0; at < length; at += 1) text += String.fromCharCode(unitAt(page, from, width, at));
    return text;
  }

  group(number: number): number {
    return this.#group.at(number) ?? 0;
  }

  /** Whether the one text comes before the other, as `<` says of strings. */
  isBefore(one: number, other: number): boolean {
    const a = this.#place(one);
    const b = this.#place(other);
    const length = Math.min(a.length, b.length);
    for (let at = 0; at < length; at += 1) {
      const difference = unitAt(a.page, a.from, a.width, at) - unitAt(b.page, b.from, b.width, at);
      if (difference !== 0) return difference < 0;
    }
    return a.length < b.length;
  }

  #is(number: number, group: number, text: string): boolean {
    const length = this.#length.at(number) as number;
    if (length !== text.length || this.#group.at(number) !== group) return false;
    const page = this.#pages[this.#page.at(number) as number] as Uint8Array;
    const from = this.#offset.at(number) as number;
    if (this.#width.at(number) === 1) {
      for (let at = 0; at < length; at += 1) if (page[from + at] !== text.charCodeAt(at)) return false;
      return true;
    }
    for (let at = 0; at < length; at += 1) if (unitAt(page, from, 2, at) !== text.charCodeAt(at)) return false;
    return true;
  }

  #add(group: number, text: string, hash: number): void {
    const width = needsTwoBytes(text) ? 2 : 1;
    const page = this.#pageFor(width * text.length);
    this.#group.push(group);
    this.#hash.push(hash);
    this.#length.push(text.length);
    this.#width.push(width);
    this.#page.push(this.#pages.length - 1);
    this.#offset.push(this.#used);
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      page[this.#used] = unit;
      if (width === 2) page[this.#used + 1] = unit >> 8;
      this.#used += width;
    }
  }

  /** A page with so many free bytes behind those in use. */
  #pageFor(bytes: number): Uint8Array {
    const last = this.#pages.at(-1);
    if (last !== undefined && this.#used + bytes <= last.length) return last;
    const page = new Uint8Array(Math.max(pageSize, bytes));
    this.#pages.push(page);
    this.#used = 0;
    return page;
  }

  #place(number: number): {
    readonly page: Uint8Array;
    readonly from: number;
    readonly width: number;
    readonly length: number;
  } {
    return {
      page: this.#pages[this.#page.at(number) ?? -1] ?? nowhere,
      from: this.#offset.at(number) ?? 0,
      width: this.#width.at(number) ?? 1,
      length: this.#length.at(number) ?? 0,
    };
  }

  #grow(): void {
    const slots = new Int32Array(4 * this.#slots.length);
    const mask = slots.length - 1;
    for (let number = 0; number < this.size; number += 1) {
      let slot = (this.#hash.at(number) as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

const nowhere = new Uint8Array(0);

/** One UTF-16 unit of a text. */
function unitAt(page: Uint8Array, from: number, width: number, at: number): number {
  if (width === 1) return page[from + at] as number;
  return (page[from + 2 * at] as number) | ((page[from + 2 * at + 1] as number) << 8);
}

function needsTwoBytes(text: string): boolean {
  let units = 0;
  for (let at = 0; at < text.length; at += 1) units |= text.charCodeAt(at);
  return units > 0xff;
}
