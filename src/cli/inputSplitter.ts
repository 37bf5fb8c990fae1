import { isJsonObject, ownString } from '../domain/json.ts';
import { DocumentSplitter } from './documentSplitter.ts';
import { LineSplitter } from './lineSplitter.ts';
import type { PieceSink, Splitter } from './splitter.ts';

/** Enough of the input to tell its form. */
const headSize = 64 * 1024;

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Sees from the first bytes whether lines or brackets divide the input, and then divides it. */
export class InputSplitter implements Splitter {
  readonly #sink: PieceSink;
  #head = Buffer.alloc(0);
  #chosen: Splitter | undefined;

  constructor(sink: PieceSink) {
    this.#sink = sink;
  }

  push(chunk: Buffer): void {
    if (this.#chosen !== undefined) {
      this.#chosen.push(chunk);
      return;
    }
    this.#head = Buffer.concat([this.#head, chunk]);
    if (this.#head.length >= headSize) this.#choose();
  }

  end(): void {
    (this.#chosen ?? this.#choose()).end();
  }

  #choose(): Splitter {
    const bytes = this.#head.subarray(this.#head.indexOf(byteOrderMark) === 0 ? byteOrderMark.length : 0);
    const hasLines = isDividedByLines(bytes.toString('utf8', 0, headSize));
    const chosen = hasLines ? new LineSplitter(this.#sink) : new DocumentSplitter(this.#sink);
    this.#chosen = chosen;
    this.#head = Buffer.alloc(0);
    chosen.push(bytes);
    return chosen;
  }
}

/** An array, a page by its first name, or an object whose first line is nothing but its bracket. */
const documentStart = /^\s*(?:\[|\{\s*"(?:value|nextLink)"\s*:|\{\s*[\r\n])/;

/**
 * Whether the input that begins with `head` has one alert a line. Lines are the safer form, since a bad one ends at its
 * end, so one line that is an alert is enough.
 */
export function isDividedByLines(head: string): boolean {
  if (documentStart.test(head)) return false;
  const lines = head.split('\n');
  // One line, not ended: an alert longer than the head, or a whole small input.
  return lines.length === 1 ? /^\s*\{/.test(head) : lines.some(isAlert);
}

function isAlert(line: string): boolean {
  try {
    const row: unknown = JSON.parse(line);
    return isJsonObject(row) && ownString(row, 'id') !== undefined;
  } catch {
    return false;
  }
}
