import type { Alert } from '../../domain/alert.ts';
import type { Subscription } from '../../domain/subscription.ts';
import type { AlertStore } from '../../services/alertStore.ts';
import { savedScreenOf, stateToSave } from '../../services/cache/savedRows.ts';
import type { CacheEntry, KeptListing } from '../../services/cache/keptListing.ts';
import { whyUnlisted } from '../../services/listingGaps.ts';
import { wholeReadingOf, type WholeReading } from '../../services/cache/wholeReading.ts';
import type { AlertListing, Clock } from '../../services/ports.ts';
import { reusedAlerts } from '../../services/reusedAlerts.ts';
import { sameValue } from '../../services/sameValue.ts';
import { sliced, type Pauses } from '../../services/slices.ts';
import type { SubscriptionEvent } from '../../services/storeFacts.ts';
import type { StoreState, SubscriptionSnapshot } from '../../services/storeState.ts';
import type { TreeModel } from '../../services/treeModel.ts';
import { DelayedWriting } from './delayedWriting.ts';
import type { ListingCache } from './listingCache.ts';

/** A refresh streams: what arrives closer together than this is written at once. Milliseconds. */
const quietMilliseconds = 1_500;

export interface CacheKeeperOptions {
  readonly store: AlertStore;
  readonly cache: ListingCache;
  /** Of the subscriptions that are kept, those that the person wants to see. */
  readonly select: (kept: readonly Subscription[]) => readonly Subscription[];
  readonly clock: Clock;
  readonly pauses: Pauses;
  /** The tree of a state, with times that can be written anew. */
  readonly treeOf: (state: StoreState) => TreeModel;
  /** What was read at that time or before is not written; epoch milliseconds. */
  readonly after: number;
  /** False when what the store holds is no longer of the account that the cache is for: then nothing is written. */
  readonly isStillOwner: () => Promise<boolean>;
}

/** A listing on disk, and the very alerts in memory that it holds: those are not written again. */
interface Held {
  readonly entry: CacheEntry;
  readonly alerts: readonly Alert[];
}

/** Puts what is kept into the store, and keeps what the store learns. For one account; ends with `dispose`. */
export class CacheKeeper {
  readonly #options: CacheKeeperOptions;
  readonly #held = new Map<string, Held>();
  /** Every subscription of which something is on disk, wanted or not. */
  #onDisk: readonly Subscription[] = [];
  readonly #stopListening: () => void;
  /** Of subscriptions that are too large to be kept, the alerts with which that was found. */
  readonly #tooLarge = new Map<string, readonly Alert[]>();
  readonly #writing = new DelayedWriting(quietMilliseconds, () => this.#write());
  /** The state whose screen was written last. */
  #screenOf: StoreState | undefined;
  #reading: WholeReading | undefined;
  #taking: Promise<void> = Promise.resolve();

  constructor(options: CacheKeeperOptions) {
    this.#options = options;
    this.#stopListening = options.store.onDidChange(() => {
      this.#writing.soon();
    });
  }

  /** Reads everything that is kept into the store. Settles when it is there, before it is correlated. Never rejects. */
  async restore(): Promise<void> {
    const { cache, select, store } = this.#options;
    const entries = await cache.entries();
    this.#onDisk = entries.map(({ subscription }) => subscription);
    const wanted = new Set(select(entries.map(({ subscription }) => subscription)));
    const listings: KeptListing[] = [];
    for (const entry of entries) {
      if (this.#writing.hasEnded()) return;
      if (!wanted.has(entry.subscription)) continue;
      const alerts = await cache.alerts(entry);
      if (alerts === undefined) continue;
      this.#held.set(entry.subscription.subscriptionId, { entry, alerts });
      listings.push(listingOf(entry, alerts));
    }
    if (!this.#writing.hasEnded() && listings.length > 0) store.apply({ kind: 'restored', listings });
  }

  /** Takes into the store what other windows have read since: a complete listing of theirs is as good as one of ours. */
  takeNew(): Promise<void> {
    this.#taking = this.#taking.then(() => this.#takeNew());
    return this.#taking;
  }

  async #takeNew(): Promise<void> {
    const { cache, pauses, store } = this.#options;
    for (const entry of await cache.entries()) {
      const { subscriptionId } = entry.subscription;
      const shown = (): SubscriptionSnapshot | undefined => snapshotOf(store.state, subscriptionId);
      if (!isOlder(shown(), entry)) continue;
      const alerts = await this.#alertsOf(entry);
      if (alerts === undefined) continue;
      const reused = await sliced(reusedAlerts(shown()?.alerts ?? [], alerts), pauses);
      // This window may have read it itself meanwhile, or belong to somebody else by now.
      if (this.#writing.hasEnded() || !isOlder(shown(), entry)) continue;
      this.#held.set(subscriptionId, { entry, alerts: reused });
      store.apply({ kind: 'alertsListed', subscriptionId, listing: asListing(entry, reused), at: entry.at });
    }
  }

  /**
   * Puts into the store all that another window has read, if that was everything, and nothing of it longer ago than
   * `maxAge` milliseconds. False, with the store as it was, where Azure has to be read.
   */
  async takeOver(maxAge: number): Promise<boolean> {
    const { cache, clock, select, store } = this.#options;
    const reading = await cache.reading();
    const isFresh = (at: number): boolean => at <= clock.now() && clock.now() - at <= maxAge;
    if (reading === undefined || !isFresh(reading.at)) return false;
    const selected = select(reading.available);
    const entries = new Map((await cache.entries()).map((entry) => [entry.subscription.subscriptionId, entry]));
    const events: SubscriptionEvent[] = [];
    for (const { subscriptionId } of selected) {
      const entry = entries.get(subscriptionId);
      if (entry === undefined || entry.at < reading.at || !isFresh(entry.at)) return false;
      const alerts = await this.#alertsOf(entry);
      if (alerts === undefined) return false;
      this.#held.set(subscriptionId, { entry, alerts });
      events.push({ kind: 'alertsListed', subscriptionId, listing: asListing(entry, alerts), at: entry.at });
    }
    // This window may have begun to read meanwhile, or belong to somebody else by now.
    const { phase, refreshing } = store.state;
    if (this.#writing.hasEnded() || refreshing || phase === 'signedOut') return false;
    store.apply({ kind: 'subscriptionsListed', available: reading.available, selected });
    store.applyEach(events);
    return true;
  }

  /** The alerts of an entry, where they are in memory already or can be read. */
  async #alertsOf(entry: CacheEntry): Promise<readonly Alert[] | undefined> {
    const held = this.#held.get(entry.subscription.subscriptionId);
    return held !== undefined && held.entry.body === entry.body ? held.alerts : this.#options.cache.alerts(entry);
  }

  /** Settles when everything that the store knows by now is on disk, or could not be written. */
  flush(): Promise<void> {
    return this.#writing.now();
  }

  dispose(): void {
    this.#writing.end();
    this.#stopListening();
  }

  async #write(): Promise<void> {
    const { state } = this.#options.store;
    // A screen of newer alerts than those on the disk would fall back to them before a person's eyes.
    if (!(await this.#writeListings(state))) return;
    await this.#writeReading(state);
    await this.#writeScreen(state);
  }

  /** Only of what is on the disk: another window takes it from there in place of reading. */
  async #writeReading(state: StoreState): Promise<void> {
    const { cache, isStillOwner } = this.#options;
    const reading = wholeReadingOf(state);
    if (reading === undefined || sameValue(reading, this.#reading)) return;
    const isKept = state.subscriptions.every(({ subscription: { subscriptionId }, health }) => {
      return health.kind === 'ok' && this.#held.get(subscriptionId)?.entry.at === health.at;
    });
    if (!isKept || !(await isStillOwner()) || this.#writing.hasEnded()) return;
    if (await cache.keepReading(reading)) this.#reading = reading;
  }

  /** Only of what is on the disk, and once it has settled: the screen of half a refresh would be gone a moment later. */
  async #writeScreen(state: StoreState): Promise<void> {
    const { cache, isStillOwner, pauses, treeOf } = this.#options;
    const settled = !state.refreshing && !state.correlating && this.#onDisk.length > 0;
    if (!settled || this.#screenOf === state || !(await isStillOwner())) return;
    const saved = stateToSave(state);
    const screen = await sliced(savedScreenOf(saved, treeOf(saved)), pauses);
    if (screen === undefined || this.#writing.hasEnded()) return;
    await cache.keepScreen(screen);
    this.#screenOf = state;
  }

  /** False when something of it could not be written. */
  async #writeListings(state: StoreState): Promise<boolean> {
    const { cache, isStillOwner } = this.#options;
    const fresh = state.subscriptions.flatMap((snapshot) => this.#toKeep(snapshot));
    const gone = this.#gone(state);
    if (fresh.length + gone.size === 0 || !(await isStillOwner()) || this.#writing.hasEnded()) return true;
    const entries = await cache.keep(
      fresh.map(({ written }) => written),
      gone,
    );
    if (entries === undefined) return false;
    const lost = this.#note(fresh, entries);
    for (const id of gone) this.#held.delete(id);
    this.#onDisk = entries.map(({ subscription }) => subscription);
    return lost ? this.#writeListings(state) : true;
  }

  /** Takes note of what is on disk. True when files are gone that were believed to be: another window cleared them. */
  #note(fresh: readonly ToKeep[], entries: readonly CacheEntry[]): boolean {
    const byId = new Map(entries.map((entry) => [entry.subscription.subscriptionId, entry]));
    let lost = false;
    for (const { snapshot, at, written } of fresh) {
      const { subscriptionId } = snapshot.subscription;
      const entry = byId.get(subscriptionId);
      if (entry?.at === at) this.#held.set(subscriptionId, { entry, alerts: snapshot.alerts });
      if (entry !== undefined) continue;
      if ('alerts' in written) this.#tooLarge.set(subscriptionId, snapshot.alerts);
      else lost = this.#held.delete(subscriptionId) || lost;
    }
    return lost;
  }

  /** What has to be written of a subscription: nothing, when it was read, or that it was read again. */
  #toKeep(snapshot: SubscriptionSnapshot): readonly ToKeep[] {
    const { subscription, alerts, skipped, health, source } = snapshot;
    if (health.kind !== 'ok' || health.at <= this.#options.after) return [];
    if (this.#tooLarge.get(subscription.subscriptionId) === alerts) return [];
    const held = this.#held.get(subscription.subscriptionId);
    const { at } = health;
    if (held?.entry.at === at && sameValue(held.entry.subscription, subscription)) return [];
    const told = { subscription, at, skipped, ...(source === undefined ? {} : { source }) };
    const written = held?.alerts === alerts ? { ...held.entry, ...told } : { ...told, alerts };
    return [{ snapshot, at, written }];
  }

  /** Subscriptions that Azure no longer lists or the person no longer wants; none of which that is not certain. */
  #gone(state: StoreState): ReadonlySet<string> {
    if (state.refreshing || state.failure !== undefined || state.available.length === 0) return new Set();
    const there = new Set(state.subscriptions.map(({ subscription }) => subscription.subscriptionId));
    const whyMissing = whyUnlisted(state);
    const gone = this.#onDisk.filter((each) => !there.has(each.subscriptionId) && whyMissing(each) === undefined);
    return new Set(gone.map(({ subscriptionId }) => subscriptionId));
  }
}

function listingOf({ subscription, at, skipped, source }: CacheEntry, alerts: readonly Alert[]): KeptListing {
  return { subscription, at, skipped, alerts, ...(source === undefined ? {} : { source }) };
}

function asListing({ skipped, source = 'alerts' }: CacheEntry, alerts: readonly Alert[]): AlertListing {
  return { alerts, skipped, pages: 0, source };
}

function snapshotOf({ subscriptions }: StoreState, subscriptionId: string): SubscriptionSnapshot | undefined {
  return subscriptions.find(({ subscription }) => subscription.subscriptionId === subscriptionId);
}

/** Whether something is shown of a subscription that was read before what is kept. */
function isOlder(shown: SubscriptionSnapshot | undefined, { at }: CacheEntry): boolean {
  if (shown === undefined) return false;
  const { health } = shown;
  const readAt = health.kind === 'failed' ? health.staleSince : health.kind === 'loading' ? undefined : health.at;
  return readAt === undefined || readAt < at;
}

interface ToKeep {
  readonly snapshot: SubscriptionSnapshot;
  readonly at: number;
  readonly written: KeptListing | CacheEntry;
}
