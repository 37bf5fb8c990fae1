import type { Cancellation, Clock } from '../../services/ports.ts';
import { bounded } from '../bounded.ts';
import type { ReadableHeaders } from '../retryAfter.ts';

/** Queries that the service grants in one window to begin with, by its documentation: 15 in 5 seconds. */
const usualQueries = 15;

/** No window is believed to be longer than a minute, in milliseconds: more is a fault of the server. */
const longestWindow = 60_000;

/**
 * The quota of queries that Resource Graph grants a signed-in person in a window of time, as its answers tell it. Waits
 * before it runs dry instead of being refused. Other programs of the same person draw on it too, so that an answer
 * counts more than what was reckoned here. Where answers say nothing of a quota, nothing ever waits.
 */
export class GraphQuota {
  readonly #clock: Clock;
  /** Queries that may still be sent in this window. */
  #left = Number.POSITIVE_INFINITY;
  /** Epoch milliseconds at which the next window begins. */
  #resetsAt = 0;
  /** What the last answer said that was left. */
  #remaining = 0;
  /** Queries on their way: the service may not have counted them when it wrote an answer. */
  #open = 0;
  /** The most that one window was seen to grant. */
  #granted = usualQueries;
  #waiting: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Settles when a query may be sent; each one that was let go must be closed with `learn` or `release`. */
  async take(cancellation: Cancellation | undefined): Promise<void> {
    while (this.#left <= 0) {
      await bounded(cancellation === undefined ? {} : { cancellation }, () => this.#change());
    }
    this.#left -= 1;
    this.#open += 1;
  }

  /** What an answer says of the quota. */
  learn(headers: ReadableHeaders): void {
    this.#open -= 1;
    const remaining = Number(headers.get('x-ms-user-quota-remaining') ?? Number.NaN);
    const wait = readQuotaReset(headers);
    if (!(remaining >= 0) || wait === undefined) return;
    this.#granted = Math.max(this.#granted, remaining + 1);
    this.#left = remaining - this.#open;
    this.#learnReset(remaining, wait);
    this.#schedule();
    if (this.#left > 0) this.#wake();
  }

  /** Answers tell whole seconds, rounded up: of all of one window, the one that names the earliest time is nearest. */
  #learnReset(remaining: number, wait: number): void {
    const now = this.#clock.now();
    const isSameWindow = remaining < this.#remaining && now < this.#resetsAt;
    this.#resetsAt = isSameWindow ? Math.min(this.#resetsAt, now + wait) : now + wait;
    this.#remaining = remaining;
  }

  /** A query that brought no answer. */
  release(): void {
    this.#open -= 1;
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#timer === undefined) this.#schedule();
    });
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length === 0) return;
    // Bounded once more: a clock that was set back puts the next window hours away.
    const wait = Math.min(Math.max(0, this.#resetsAt - this.#clock.now()), longestWindow);
    this.#timer = setTimeout(() => this.#newWindow(), wait);
  }

  #newWindow(): void {
    this.#timer = undefined;
    // At least one: were all that it grants still on their way, nobody would ever be let through.
    this.#left = Math.max(1, this.#granted - this.#open);
    this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/** Milliseconds until the quota is whole again, from `hh:mm:ss`; undefined when the answer does not say. */
export function readQuotaReset(headers: ReadableHeaders): number | undefined {
  const [, hours, minutes, seconds] =
    /^(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?$/.exec(headers.get('x-ms-user-quota-resets-after') ?? '') ?? [];
  if (hours === undefined) return undefined;
  const wait = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return Math.min(wait, longestWindow);
}
