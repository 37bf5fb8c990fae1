import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { inBlocks } from './inBlocks.ts';

/** The message is one line, fit for a terminal. */
export class UnwritableOutput extends Error {}

/** Takes texts from several sides and writes them to a stream in that order, no faster than its reader takes them. */
export class Outlet {
  readonly #stream: Writable;
  readonly #gone = new AbortController();
  #tail: Promise<void> = Promise.resolve();
  #failure: UnwritableOutput | undefined;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', ({ code = 'unknown error' }: NodeJS.ErrnoException) => {
      // A reader that goes away, as `head` does, is no error; any other trouble with the output is one.
      if (code !== 'EPIPE') this.#failure ??= new UnwritableOutput(`Cannot write the output: ${code}`);
      this.#gone.abort();
    });
  }

  /** Aborted once nobody takes what is written: the reader has gone away, or the disk is full. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  write(texts: Iterable<string>): void {
    this.#tail = this.#tail.then(() => this.#pass(texts));
  }

  /** Settles when the stream has room for more. */
  room(): Promise<void> {
    return this.#tail;
  }

  /**
   * Settles when everything has left this process, or the reader has gone.
   *
   * @throws UnwritableOutput
   */
  async close(): Promise<void> {
    await this.#tail;
    if (!this.gone.aborted) await new Promise((written) => this.#stream.write('', written));
    if (this.#failure !== undefined) throw this.#failure;
  }

  async #pass(texts: Iterable<string>): Promise<void> {
    for (const block of inBlocks(texts)) {
      if (this.gone.aborted) return;
      if (!this.#stream.write(block)) await once(this.#stream, 'drain', { signal: this.gone }).catch(() => undefined);
      // A file takes everything at once; answers that arrive and a wish to stop must have their turn all the same.
      await turn();
    }
  }
}
