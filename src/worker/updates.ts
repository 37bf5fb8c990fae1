import type { AlertKey } from '../domain/alert.ts';
import type { CorrelationOptions } from '../domain/correlation/correlationOptions.ts';
import type { CorrelationFacts } from '../domain/correlation/evidence/correlationFacts.ts';
import type { Steps } from '../domain/steps.ts';
import { LiveCorrelation, type Updated } from './liveCorrelation.ts';

/**
 * Alerts, the service's incidents not counted. What is held for updates doubles what is alive in the worker (130 MB there,
 * 275 MB with it), and learning takes three seconds of its idle time. With a million, it would be more than a gigabyte
 * beside the table's, and the worker may have two.
 */
const mostAlerts = 100_000;

/**
 * Updates for as long as they can be had. After a failure, or when the alerts have become too many, they cannot: what
 * was held is let go, since only a host that starts over sends all alerts again, and every run is a full one.
 */
export class Updates {
  #live: LiveCorrelation | undefined = new LiveCorrelation();
  #untoldFailure = false;
  readonly #most: number;

  constructor(most = mostAlerts) {
    this.#most = most;
  }

  /** @param size of all alerts that there are then. */
  take(facts: readonly CorrelationFacts[], gone: readonly AlertKey[], size: number): void {
    if (size > this.#most) this.#live = undefined;
    this.#orFail(() => this.#live?.take(facts, gone));
  }

  update(options: CorrelationOptions, size: number): Updated | undefined {
    return this.#orFail(() => this.#live?.update(options, size));
  }

  *learn(options: CorrelationOptions): Steps<void> {
    const steps = this.#live?.learn(options);
    while (this.#orFail(() => steps?.next())?.done === false) yield;
  }

  /** True once after a failure. */
  tellFailure(): boolean {
    const failed = this.#untoldFailure;
    this.#untoldFailure = false;
    return failed;
  }

  #orFail<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch {
      // What was thrown may quote alerts. The engine may be in between two states: nothing of it is of use any more.
      this.#live = undefined;
      this.#untoldFailure = true;
      return undefined;
    }
  }
}
