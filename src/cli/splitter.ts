import type { BadLineReason } from './badLines.ts';

/** Takes the pieces of the input that should be alerts, each as the text of one JSON value. */
export interface PieceSink {
  /** @param element position in a document, from 1; absent where each line is a value of its own. */
  piece(text: string, line: number, element?: number): void;
  bad(line: number, reason: BadLineReason, element?: number): void;
}

/** Cuts a stream of bytes into pieces. A chunk may be reused by its owner after `push`. */
export interface Splitter {
  push(chunk: Buffer): void;
  end(): void;
}

/** Just under the longest string of V8: a longer piece cannot be parsed. Bytes. */
export const longestPiece = 0x1fff_ffe8;
