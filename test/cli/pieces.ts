import type { PieceSink, Splitter } from '../../src/cli/splitter.ts';

/** What a splitter gave: "line: text" or "line: element: text" of each piece, and "line: element: reason!" of what is bad. */
export class Pieces implements PieceSink {
  readonly found: string[] = [];
  readonly texts: string[] = [];

  piece(text: string, line: number, element?: number): void {
    this.texts.push(text);
    this.found.push(`${place(line, element)}: ${text}`);
  }

  bad(line: number, reason: string, element?: number): void {
    this.found.push(`${place(line, element)}: ${reason}!`);
  }
}

function place(line: number, element: number | undefined): string {
  return element === undefined ? String(line) : `${line}/${element}`;
}

/** Feeds `input` in chunks of `size` bytes from one buffer that is overwritten each time, as a reader of files does. */
export function split(input: string, size: number, make: (sink: PieceSink) => Splitter): Pieces {
  const pieces = new Pieces();
  const splitter = make(pieces);
  const bytes = Buffer.from(input);
  const buffer = Buffer.alloc(size);
  for (let at = 0; at < bytes.length; at += size) {
    const length = bytes.copy(buffer, 0, at, Math.min(bytes.length, at + size));
    splitter.push(buffer.subarray(0, length));
    buffer.fill('#');
  }
  splitter.end();
  return pieces;
}
