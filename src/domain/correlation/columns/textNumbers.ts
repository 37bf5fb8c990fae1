import { takeUnits } from './textHash.ts';

/** Bytes that are reserved at a time. A text begins in the first so many of its page. */
const pageBits = 20;
const pageSize = 1 << pageBits;

/** What is kept of each text: its hash, its group and width, how many units it has, its page and where it begins there. */
const recordSize = 4;
const shapeAt = 1;
const lengthAt = 2;
const placeAt = 3;

/**
 * Numbers for texts, 0, 1, 2 … in the order of first appearance; the same text is another one in another group. Texts
 * are kept as bytes in few large pages: a million strings would take three times the memory, and the collector would
 * visit each of them again and again.
 */
export class TextNumbers {
  /** Four numbers for each text, side by side, since whoever looks at one of them needs the others. */
  #records = new Int32Array(4 * 1024);
  #size = 0;
  readonly #pages: Uint8Array[] = [];
  /** Bytes in use in the last page. */
  #used = 0;
  /** 0 where free, else a number and 1. Its length is a power of two, and half of it or more is free. */
  #slots = new Int32Array(2048);
  /** The units of the text that is looked for: to take them out of a string costs more than all else. */
  #units = new Uint16Array(1024);

  get size(): number {
    return this.#size;
  }

  /** @param group 0 to 255. */
  number(group: number, text: string): number {
    if (text.length > this.#units.length) this.#units = new Uint16Array(2 * text.length);
    const units = this.#units;
    const hash = takeUnits(text, group, units);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let known = this.#slots[slot] as number; known !== 0; known = this.#slots[slot] as number) {
      if (this.#records[recordSize * (known - 1)] === hash && this.#is(known - 1, group, text.length)) return known - 1;
      slot = (slot + 1) & mask;
    }
    this.#add(group, text.length, hash);
    this.#slots[slot] = this.#size;
    if (2 * this.#size > this.#slots.length) this.#grow();
    return this.#size - 1;
  }

  /** Empty for a number that was not given. */
  text(number: number): string {
    if (!(number >= 0 && number < this.#size)) return '';
    const page = this.#pageOf(number);
    const from = this.#offsetOf(number);
    const isWide = this.#isWide(number);
    const length = this.#lengthOf(number);
    if (!isWide && length <= shortText) return oneByteText(page.subarray(from, from + length));
    let text = '';
    for (let at = 0; at < length; at += 1) text += String.fromCharCode(unitAt(page, from, isWide, at));
    return text;
  }

  group(number: number): number {
    return number >= 0 && number < this.#size ? (this.#records[recordSize * number + shapeAt] as number) >> 1 : 0;
  }

  /** Whether the one text comes before the other, as `<` says of strings. Both are numbers that were given. */
  isBefore(one: number, other: number): boolean {
    const [pageA, pageB] = [this.#pageOf(one), this.#pageOf(other)];
    const [fromA, fromB] = [this.#offsetOf(one), this.#offsetOf(other)];
    const [isWideA, isWideB] = [this.#isWide(one), this.#isWide(other)];
    const [lengthA, lengthB] = [this.#lengthOf(one), this.#lengthOf(other)];
    const length = Math.min(lengthA, lengthB);
    for (let at = 0; at < length; at += 1) {
      const difference = unitAt(pageA, fromA, isWideA, at) - unitAt(pageB, fromB, isWideB, at);
      if (difference !== 0) return difference < 0;
    }
    return lengthA < lengthB;
  }

  /** Whether a number stands for the text whose units were taken last. */
  #is(number: number, group: number, length: number): boolean {
    if (this.#lengthOf(number) !== length || this.group(number) !== group) return false;
    const units = this.#units;
    const page = this.#pageOf(number);
    const from = this.#offsetOf(number);
    if (this.#isWide(number)) {
      for (let at = 0; at < length; at += 1) if (unitAt(page, from, true, at) !== units[at]) return false;
      return true;
    }
    for (let at = 0; at < length; at += 1) if (page[from + at] !== units[at]) return false;
    return true;
  }

  /** Adds the text whose units were taken last. */
  #add(group: number, length: number, hash: number): void {
    const units = this.#units;
    const isWide = needsTwoBytes(units, length);
    const page = this.#pageFor(isWide ? 2 * length : length);
    const at = recordSize * this.#size;
    if (at === this.#records.length) this.#records = twiceAsLong(this.#records);
    this.#records[at] = hash;
    this.#records[at + shapeAt] = (group << 1) | (isWide ? 1 : 0);
    this.#records[at + lengthAt] = length;
    this.#records[at + placeAt] = (this.#pages.length - 1) * pageSize + this.#used;
    this.#size += 1;
    const from = this.#used;
    if (isWide) {
      for (let unit = 0; unit < length; unit += 1) {
        page[from + 2 * unit] = units[unit] as number;
        page[from + 2 * unit + 1] = (units[unit] as number) >> 8;
      }
    } else {
      for (let unit = 0; unit < length; unit += 1) page[from + unit] = units[unit] as number;
    }
    this.#used += isWide ? 2 * length : length;
  }

  /** A page with so many free bytes behind those in use. One for a text that is longer than a page has room for it alone. */
  #pageFor(bytes: number): Uint8Array {
    const last = this.#pages.at(-1);
    if (last !== undefined && this.#used + bytes <= last.length && this.#used < pageSize) return last;
    const page = new Uint8Array(Math.max(pageSize, bytes));
    this.#pages.push(page);
    this.#used = 0;
    return page;
  }

  #pageOf(number: number): Uint8Array {
    return this.#pages[(this.#records[recordSize * number + placeAt] as number) >>> pageBits] as Uint8Array;
  }

  #offsetOf(number: number): number {
    return (this.#records[recordSize * number + placeAt] as number) & (pageSize - 1);
  }

  #lengthOf(number: number): number {
    return this.#records[recordSize * number + lengthAt] as number;
  }

  #isWide(number: number): boolean {
    return ((this.#records[recordSize * number + shapeAt] as number) & 1) === 1;
  }

  #grow(): void {
    const slots = new Int32Array(4 * this.#slots.length);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#size; number += 1) {
      let slot = (this.#records[recordSize * number] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** All units of such a text can be arguments of one call. A longer one is put together unit by unit. */
const shortText = 1_000;

function oneByteText(units: Uint8Array): string {
  return String.fromCharCode.apply(undefined, units as unknown as number[]);
}

/** One UTF-16 unit of a text. */
function unitAt(page: Uint8Array, from: number, isWide: boolean, at: number): number {
  if (!isWide) return page[from + at] as number;
  return (page[from + 2 * at] as number) | ((page[from + 2 * at + 1] as number) << 8);
}

function needsTwoBytes(units: Uint16Array, length: number): boolean {
  let all = 0;
  for (let at = 0; at < length; at += 1) all |= units[at] as number;
  return all > 0xff;
}

function twiceAsLong(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * numbers.length);
  longer.set(numbers);
  return longer;
}
