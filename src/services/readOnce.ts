import type { AzureFailure, AzureResult } from '../domain/azureFailure.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Cancellation } from './ports.ts';
import { Listeners, type Unsubscribe } from './listeners.ts';

/** What is known of one subscription. */
export type Reading<T> =
  | { readonly kind: 'reading' }
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: AzureFailure };

/** What became known; undefined for what is not, or not yet. */
export function valueOf<T>(reading: Reading<T> | undefined): T | undefined {
  return reading?.kind === 'known' ? reading.value : undefined;
}

type Read<T> = (subscription: Subscription, cancellation: Cancellation) => Promise<AzureResult<T>>;

/** Requests at once: what nobody waits for must leave the quota to the alerts. */
const atOnce = 3;

/**
 * Something that Azure says about a subscription, read when it is first wanted and kept for the session. Never rejects:
 * failures are readings too, kept until `forgetFailures`.
 */
export class ReadOnce<T> {
  readonly #read: Read<T>;
  readonly #readings = new Map<string, Reading<T>>();
  readonly #listeners = new Listeners<string>();
  #waiting: Subscription[] = [];
  #reading = 0;
  #abort = new AbortController();

  constructor(read: Read<T>) {
    this.#read = read;
  }

  /** Undefined for a subscription of which nobody wanted it yet. */
  of(subscriptionId: string): Reading<T> | undefined {
    return this.#readings.get(subscriptionId);
  }

  /** Hears the id of each subscription of which something became known. */
  onDidChange(listener: (subscriptionId: string) => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  /** Reads what is not known yet, a few subscriptions at once. */
  want(subscriptions: readonly Subscription[]): void {
    for (const subscription of subscriptions) {
      if (this.#readings.has(subscription.subscriptionId)) continue;
      this.#readings.set(subscription.subscriptionId, { kind: 'reading' });
      this.#waiting.push(subscription);
    }
    this.#readNext();
  }

  /** A new attempt may fare better: whoever wants it again gets it read again. */
  forgetFailures(): void {
    for (const [id, { kind }] of this.#readings) if (kind === 'failed') this.#readings.delete(id);
  }

  /** Another person may be signed in: nothing may be kept, and no answer that is still on its way. */
  clear(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#waiting = [];
    this.#readings.clear();
  }

  dispose(): void {
    this.clear();
  }

  #readNext(): void {
    while (this.#reading < atOnce) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#reading += 1;
      void this.#readOne(next);
    }
  }

  async #readOne(subscription: Subscription): Promise<void> {
    const { signal } = this.#abort;
    const result = await this.#read(subscription, signal).catch((error: unknown): AzureResult<T> => ({
      ok: false,
      failure: { kind: 'unexpected', code: error instanceof Error ? error.name : 'Error' },
    }));
    this.#reading -= 1;
    if (!signal.aborted) {
      const { subscriptionId } = subscription;
      this.#readings.set(
        subscriptionId,
        result.ok ? { kind: 'known', value: result.value } : { kind: 'failed', failure: result.failure },
      );
      this.#listeners.fire(subscriptionId);
    }
    this.#readNext();
  }
}
