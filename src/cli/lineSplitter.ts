import { PieceBytes } from './pieceBytes.ts';
import type { PieceSink, Splitter } from './splitter.ts';

const newline = 0x0a;

/** Every line is a value of its own; a bad one harms no other. Blank lines say nothing. */
export class LineSplitter implements Splitter {
  readonly #sink: PieceSink;
  readonly #begun: PieceBytes;
  #line = 1;

  constructor(sink: PieceSink, longest?: number) {
    this.#sink = sink;
    this.#begun = new PieceBytes(longest);
  }

  push(chunk: Buffer): void {
    let from = 0;
    for (let to = chunk.indexOf(newline); to !== -1; to = chunk.indexOf(newline, from)) {
      this.#finish(chunk.subarray(from, to));
      from = to + 1;
    }
    if (from < chunk.length) this.#begun.append(chunk.subarray(from));
  }

  end(): void {
    if (!this.#begun.isEmpty) this.#finish(Buffer.alloc(0));
  }

  #finish(last: Buffer): void {
    const text = this.#begun.take(last);
    if (text === undefined) this.#sink.bad(this.#line, 'larger than 512 MB');
    else if (text.length > 200 || text.trim() !== '') this.#sink.piece(text, this.#line);
    this.#line += 1;
  }
}
