import { longestPiece } from './splitter.ts';

/** The bytes of one piece while its chunks arrive. */
export class PieceBytes {
  readonly #limit: number;
  readonly #parts: Buffer[] = [];
  #size = 0;

  constructor(limit = longestPiece) {
    this.#limit = limit;
  }

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  /** Copies: the chunk is reused. What exceeds the limit is counted and not kept. */
  append(bytes: Buffer): void {
    this.#size += bytes.length;
    if (this.#size > this.#limit) this.#parts.length = 0;
    else this.#parts.push(Buffer.from(bytes));
  }

  /** The text of what was appended and of `last`; undefined when it is longer than a string can be. */
  take(last: Buffer): string | undefined {
    const size = this.#size + last.length;
    const parts = this.#parts.splice(0);
    this.#size = 0;
    if (size > this.#limit) return undefined;
    return decode(parts.length === 0 ? last : Buffer.concat([...parts, last], size));
  }

  clear(): void {
    this.#parts.length = 0;
    this.#size = 0;
  }
}

function decode(bytes: Buffer): string {
  return bytes.toString('utf8');
}
