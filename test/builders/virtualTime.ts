import type { Cancellation, Clock } from '../../src/services/ports.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that moves only when everybody waits for it: hours pass in no time, and always in the same order. */
export class VirtualTime implements Clock {
  #now: number;
  #sleepers: Sleeper[] = [];

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  readonly wait = (milliseconds: number, cancellation?: Cancellation): Promise<void> =>
    new Promise((resolve) => {
      this.#sleepers.push({ at: this.#now + Math.max(0, milliseconds), wake: resolve });
      cancellation?.addEventListener('abort', resolve);
    });

  /** Lets time pass until a promise settles. Fails when nobody waits any more and it has not. */
  async until<T>(promise: Promise<T>): Promise<T> {
    const state = { settled: false };
    const settle = (): void => {
      state.settled = true;
    };
    promise.then(settle, settle);
    await everybodyWaits();
    while (!state.settled) {
      if (!this.#wakeNext()) throw new Error('Nobody waits any more, and it has not settled.');
      await everybodyWaits();
    }
    return promise;
  }

  #wakeNext(): boolean {
    const [first] = this.#sleepers.sort((a, b) => a.at - b.at);
    if (first === undefined) return false;
    this.#sleepers = this.#sleepers.slice(1);
    this.#now = Math.max(this.#now, first.at);
    first.wake();
    return true;
  }
}

/** All promises that could settle without time have. */
function everybodyWaits(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
