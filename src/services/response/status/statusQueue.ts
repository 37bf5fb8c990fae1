import type { AlertKey } from '../../../domain/alert.ts';
import { statusAfter } from '../../../domain/statusAction.ts';
import type { AlertStore } from '../../alertStore.ts';
import type { AzureGateway, Cancellation, Clock, StatusChangeResult } from '../../ports.ts';
import type { SettledStatus } from '../../statusOverlay.ts';
import { StatusBatch, type BatchQueue } from './statusBatch.ts';
import type { StatusChange, StatusOutcome } from './statusChange.ts';
import { isSettled, statusLeft, type StatusItem } from './statusItem.ts';
import { endsAll } from './endsAll.ts';
import { SubscriptionLane } from './subscriptionLane.ts';

export interface StatusQueueDependencies {
  /** The way to Azure of this moment; rejects when it cannot be made. */
  readonly gateway: () => Promise<Pick<AzureGateway, 'setStatus'>>;
  readonly store: Pick<AlertStore, 'apply' | 'statusOf'>;
  readonly clock: Clock;
  /** Settles after so many milliseconds, at once when cancelled. */
  readonly wait: (milliseconds: number, cancellation: Cancellation) => Promise<void>;
}

/** Azure grants each subscription 200 writes and 10 a second from then on; at 300 ms an answer, four use that up. */
const perSubscription = 4;

/** Changes under way at once, of all subscriptions. */
const inAll = 12;

/** After so many lost answers of a subscription in a row the rest is not tried: each takes many seconds to look after. */
const lostInARow = 2 * perSubscription;

/** No wait is longer, in milliseconds: what Azure refuses until later than that fails. Its windows last an hour. */
const longestWait = 60 * 60_000;

/**
 * What became of changes is told to the store together, at most so often, in milliseconds: each time alerts go back to
 * their earlier status, all of them are correlated anew.
 */
const tellEvery = 100;

/**
 * Changes statuses in Azure: shown at once, sent a few at a time, and shown as before where Azure refuses. When a
 * subscription is throttled, all its changes wait until Azure says, and then go on; those of other subscriptions do not.
 * A change is sent once: only one that was refused for throttling, and so was not carried out, is sent again. Changes of
 * one alert are sent one after the other.
 */
export class StatusQueue implements BatchQueue {
  readonly #dependencies: StatusQueueDependencies;
  readonly #lanes = new Map<string, SubscriptionLane>();
  /** The last change of each alert that has not ended. */
  readonly #last = new Map<AlertKey, StatusItem>();
  readonly #abort = new AbortController();
  #batches = 0;
  #sending = 0;
  #settled: SettledStatus[] = [];

  constructor(dependencies: StatusQueueDependencies) {
    this.#dependencies = dependencies;
  }

  /** Begins to change statuses; of several changes of one alert in one batch the last counts. */
  enqueue(changes: readonly StatusChange[]): StatusBatch {
    this.#batches += 1;
    const byAlert = new Map(changes.map((change) => [change.alert.key, change]));
    const batch = new StatusBatch(this.#batches, this, (made) =>
      [...byAlert.values()].map((change) => this.#itemOf(change, made)),
    );
    const items = batch.items.filter((item) => !isSettled(item));
    for (const item of items) this.#last.set(item.alert.key, item);
    this.#dependencies.store.apply({ kind: 'statusAsked', changes: items.map(askedOf) });
    for (const [id, ofSubscription] of Map.groupBy(items, ({ alert }) => alert.subscriptionId)) {
      this.#laneOf(id).add(ofSubscription);
    }
    this.#sendNext();
    return batch;
  }

  cancel(batch: StatusBatch): void {
    for (const lane of this.#lanes.values()) {
      this.#settleAll(
        lane.takeOut((item) => item.batch === batch),
        { kind: 'cancelled' },
      );
    }
  }

  waitingUntil(batch: StatusBatch): number | undefined {
    const now = this.#dependencies.clock.now();
    const ids = new Set(batch.items.filter((item) => !isSettled(item)).map(({ alert }) => alert.subscriptionId));
    const until = Math.max(0, ...[...ids].map((id) => this.#lanes.get(id)?.waitingUntil ?? 0));
    return until > now ? until : undefined;
  }

  stands(item: StatusItem): boolean {
    const { alert, action } = item;
    return this.#dependencies.store.statusOf({ ...alert, status: statusAfter[action] }) === statusAfter[action];
  }

  /** Calls off everything that was not sent: for whoever signs out, or in as somebody else. */
  cancelAll(): void {
    for (const lane of this.#lanes.values()) {
      this.#settleAll(
        lane.takeOut(() => true),
        { kind: 'cancelled' },
      );
    }
  }

  dispose(): void {
    this.#abort.abort();
    this.cancelAll();
  }

  #itemOf(change: StatusChange, batch: StatusBatch): StatusItem {
    const { alert, action, inDoubt } = change;
    const after = this.#last.get(alert.key);
    const before = this.#dependencies.store.statusOf(alert);
    const isThere = after === undefined && inDoubt === undefined && before === statusAfter[action];
    return { ...change, batch, before, after, outcome: { kind: isThere ? 'unchanged' : 'waiting' } };
  }

  #laneOf(subscriptionId: string): SubscriptionLane {
    const lane = this.#lanes.get(subscriptionId) ?? new SubscriptionLane();
    this.#lanes.set(subscriptionId, lane);
    return lane;
  }

  #sendNext(): void {
    for (const lane of this.#lanes.values()) {
      while (this.#sending < inAll && lane.sending < perSubscription) {
        const item = lane.begin(this.#dependencies.clock.now());
        if (item === undefined) break;
        this.#begin(item, lane);
      }
    }
  }

  #begin(item: StatusItem, lane: SubscriptionLane): void {
    const { action, after, inDoubt } = item;
    if (after !== undefined) item.before = statusLeft(after);
    item.after = undefined;
    if (item.before === statusAfter[action] && inDoubt === undefined) {
      lane.end(item);
      this.#settleAll([item], { kind: 'unchanged' });
    } else {
      void this.#send(item, lane);
    }
  }

  async #send(item: StatusItem, lane: SubscriptionLane): Promise<void> {
    item.outcome = { kind: 'sending' };
    this.#sending += 1;
    const result = await this.#ask(item);
    this.#sending -= 1;
    lane.end(item);
    this.#take(result, item, lane);
    this.#sendNext();
  }

  async #ask({ alert, action }: StatusItem): Promise<StatusChangeResult> {
    try {
      // Not cancelled with the batch: a change that was sent is better known than in doubt.
      return await (await this.#dependencies.gateway()).setStatus(alert, action, this.#abort.signal);
    } catch (error) {
      const code = error instanceof Error ? error.name : 'Error';
      return { kind: 'failed', failure: { kind: 'unexpected', code } };
    }
  }

  #take(result: StatusChangeResult, item: StatusItem, lane: SubscriptionLane): void {
    const retryAt =
      result.kind === 'failed' && result.failure.kind === 'throttled' ? result.failure.retryAt : undefined;
    if (retryAt !== undefined && retryAt - this.#dependencies.clock.now() <= longestWait) {
      // The whole subscription is throttled, so others wait even when this change is no longer wanted.
      this.#pause(lane, retryAt);
      if (item.batch.isCancelled || this.#abort.signal.aborted) this.#settleAll([item], { kind: 'cancelled' });
      else this.#waitInLane(item, lane);
      return;
    }
    this.#settleAll([item], result);
    const lost = lane.noteAnswer(result.kind === 'inDoubt');
    if (result.kind === 'changed' || (result.kind === 'inDoubt' && lost < lostInARow)) return;
    const rest = endsAll(result.failure, item);
    if (rest !== undefined) this.#settleAll(lane.takeOut(rest), { kind: 'notTried', failure: result.failure });
  }

  #pause(lane: SubscriptionLane, until: number): void {
    if (lane.pause(until)) void this.#wakeUp(lane);
  }

  #waitInLane(item: StatusItem, lane: SubscriptionLane): void {
    item.outcome = { kind: 'waiting' };
    lane.putBack(item);
    item.batch.changed(0);
  }

  async #wakeUp(lane: SubscriptionLane): Promise<void> {
    const { clock, wait } = this.#dependencies;
    const until = lane.waitingUntil;
    for (let left = until - clock.now(); left > 0; left = until - clock.now()) {
      await wait(left, this.#abort.signal);
      if (this.#abort.signal.aborted) return;
    }
    this.#sendNext();
  }

  #settleAll(items: readonly StatusItem[], outcome: StatusOutcome): void {
    if (items.length === 0) return;
    const at = this.#dependencies.clock.now();
    if (this.#settled.length === 0) void this.#tellSoon();
    for (const item of items) {
      item.outcome = outcome;
      this.#forget(item);
      const { alert, batch } = item;
      this.#settled.push({ alertKey: alert.key, changeId: batch.id, accepted: outcome.kind === 'changed', at });
    }
    const ended = [...Map.groupBy(items, ({ batch }) => batch)];
    // Whoever waited for a batch finds the store as the batch has left it.
    if (ended.some(([batch, { length }]) => batch.progress.done + length === batch.items.length)) this.#tell();
    for (const [batch, { length }] of ended) batch.changed(length);
  }

  #forget(item: StatusItem): void {
    const { key } = item.alert;
    if (this.#last.get(key) !== item) return;
    let { after } = item;
    while (after !== undefined && isSettled(after)) ({ after } = after);
    if (after === undefined) this.#last.delete(key);
    else this.#last.set(key, after);
  }

  async #tellSoon(): Promise<void> {
    await this.#dependencies.wait(tellEvery, this.#abort.signal);
    this.#tell();
  }

  #tell(): void {
    const changes = this.#settled;
    this.#settled = [];
    if (changes.length > 0) this.#dependencies.store.apply({ kind: 'statusSettled', changes });
  }
}

function askedOf({ alert, action, batch }: StatusItem) {
  const { key, subscriptionId } = alert;
  return { alertKey: key, subscriptionId, changeId: batch.id, status: statusAfter[action] };
}
