import type { Alert } from '../domain/alert.ts';
import type { AzureFailure, AzureResult } from '../domain/azureFailure.ts';
import type { AlertStore } from './alertStore.ts';
import type { AlertListing, AlertSink, Cancellation, Clock, Log } from './ports.ts';
import type { SubscriptionEvent } from './storeFacts.ts';
import { reusedAlerts } from './reusedAlerts.ts';
import { sliced, type Pauses } from './slices.ts';

export interface AlertIntakeDependencies {
  readonly store: AlertStore;
  readonly clock: Clock;
  readonly pauses: Pauses;
  readonly log: Log;
}

/**
 * Takes what a gateway reads into the store, as it comes. What comes together is one change of the store: of thousands
 * of subscriptions many are read at once, and each change makes everybody look.
 */
export class AlertIntake implements AlertSink {
  readonly #dependencies: AlertIntakeDependencies;
  readonly #signal: Cancellation;
  readonly #unsettled: Set<string>;
  /** What was known before, by subscription. */
  readonly #before: ReadonlyMap<string, readonly Alert[]>;
  /** The run began then, and so no reading before. */
  readonly #begun: number;
  readonly #taking: Promise<void>[] = [];
  #events: SubscriptionEvent[] = [];

  /** @param signal ends the run: nothing reaches the store from then on. */
  constructor(dependencies: AlertIntakeDependencies, subscriptionIds: readonly string[], signal: Cancellation) {
    this.#dependencies = dependencies;
    this.#signal = signal;
    this.#begun = dependencies.clock.now();
    this.#unsettled = new Set(subscriptionIds);
    const { subscriptions } = dependencies.store.state;
    this.#before = new Map(subscriptions.map(({ subscription, alerts }) => [subscription.subscriptionId, alerts]));
  }

  arriving(subscriptionId: string, alertsSoFar: number): void {
    this.#apply({ kind: 'alertsArriving', subscriptionId, alertsSoFar });
  }

  /** The first result of each subscription that was asked for counts. */
  settled(subscriptionId: string, result: AzureResult<AlertListing>): void {
    if (this.#unsettled.delete(subscriptionId)) this.#taking.push(this.#take(subscriptionId, result));
  }

  /**
   * Settles when everything is in the store. A gateway that keeps its promise has settled all; one that breaks it must
   * not leave a subscription loading for ever: the rest fails for this reason.
   */
  async finish(failure: AzureFailure): Promise<void> {
    for (const subscriptionId of this.#unsettled) this.settled(subscriptionId, { ok: false, failure });
    await Promise.all(this.#taking);
    this.#flush();
  }

  async #take(subscriptionId: string, result: AzureResult<AlertListing>): Promise<void> {
    const { clock, log, pauses } = this.#dependencies;
    if (!result.ok) {
      this.#apply({ kind: 'alertsFailed', subscriptionId, failure: result.failure });
      if (!this.#signal.aborted) log.warn('subscriptionFailed', { kind: result.failure.kind });
      return;
    }
    const at = clock.now();
    const readFrom = this.#begun;
    const before = this.#before.get(subscriptionId) ?? [];
    const alerts = await sliced(reusedAlerts(before, result.value.alerts), pauses);
    this.#apply({ kind: 'alertsListed', subscriptionId, listing: { ...result.value, alerts }, at, readFrom });
  }

  #apply(event: SubscriptionEvent): void {
    this.#events.push(event);
    if (this.#events.length === 1) queueMicrotask(() => this.#flush());
  }

  #flush(): void {
    const events = this.#events;
    this.#events = [];
    if (events.length > 0 && !this.#signal.aborted) this.#dependencies.store.applyEach(events);
  }
}
