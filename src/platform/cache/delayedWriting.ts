/**
 * Writes a moment after something has changed, so that several changes in a row are written at once; never twice at the
 * same time. A write that rejects does not keep the next one from being tried.
 */
export class DelayedWriting {
  readonly #milliseconds: number;
  readonly #write: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(milliseconds: number, write: () => Promise<void>) {
    this.#milliseconds = milliseconds;
    this.#write = write;
  }

  /** Something has changed. */
  soon(): void {
    if (this.#ended) return;
    this.#timer ??= setTimeout(() => void this.now().catch(() => undefined), this.#milliseconds);
  }

  /** Settles when everything that has changed by now was written; rejects as the write does. */
  now(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.catch(() => undefined).then(this.#write);
    return this.#writing;
  }

  /** What is being written is not stopped. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  /** To be asked by a write after each wait: a method, since it changes meanwhile. */
  hasEnded(): boolean {
    return this.#ended;
  }
}
