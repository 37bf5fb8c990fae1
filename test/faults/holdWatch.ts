/** How the event loop and the memory fared while something was done. */
export interface Strain {
  /** Of all turns but one in a hundred, the longest that this thread worked in one go: milliseconds of the processor. */
  readonly holdP99: number;
  /** The longest of all. */
  readonly longestHold: number;
  /** Milliseconds of the processor that the whole process took, all threads together. */
  readonly busy: number;
  /** Bytes by which the process grew at its largest. */
  readonly grown: number;
}

const often = 5;

/**
 * Looks every few milliseconds how much of the processor's time this thread has used since the last look. Unlike the
 * clock, that does not count what neighbours on a busy machine took.
 */
export class HoldWatch {
  readonly #holds: number[] = [];
  readonly #used = process.cpuUsage();
  readonly #started = process.memoryUsage.rss();
  #largest = this.#started;
  #before = threadCpu();
  readonly #timer = setInterval(() => this.#look(), often);

  stop(): Strain {
    clearInterval(this.#timer);
    this.#look();
    const { user, system } = process.cpuUsage(this.#used);
    const sorted = this.#holds.toSorted((a, b) => a - b);
    return {
      holdP99: sorted[Math.max(0, Math.ceil(sorted.length * 0.99) - 1)] ?? 0,
      longestHold: sorted.at(-1) ?? 0,
      busy: (user + system) / 1_000,
      grown: this.#largest - this.#started,
    };
  }

  #look(): void {
    const now = threadCpu();
    this.#holds.push(now - this.#before);
    this.#before = now;
    this.#largest = Math.max(this.#largest, process.memoryUsage.rss());
  }
}

function threadCpu(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
