import type { Stop } from './alertsReport.ts';

/** Gathers the reasons to end a reading early into one signal, and remembers which came first. */
export class Stopping {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout | undefined;
  #stop: Stop | undefined;

  /** @param timeout milliseconds. */
  constructor(interrupt: AbortSignal, outputGone: AbortSignal, timeout: number | undefined) {
    this.#follow(interrupt, 'interrupted');
    this.#follow(outputGone, 'outputGone');
    if (timeout !== undefined) this.#timer = setTimeout(() => this.#end('timeout'), timeout);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get stop(): Stop | undefined {
    return this.#stop;
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #follow(signal: AbortSignal, stop: Stop): void {
    if (signal.aborted) this.#end(stop);
    else signal.addEventListener('abort', () => this.#end(stop), { once: true });
  }

  #end(stop: Stop): void {
    this.#stop ??= stop;
    this.#controller.abort();
  }
}
