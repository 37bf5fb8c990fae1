import type { Alert } from '../../domain/alert.ts';
import type { Subscription } from '../../domain/subscription.ts';
import type { AlertStore } from '../../services/alertStore.ts';
import { savedScreenOf, stateToSave } from '../../services/cache/savedRows.ts';
import type { CacheEntry, KeptListing } from '../../services/cache/keptListing.ts';
import { whyUnlisted } from '../../services/listingGaps.ts';
import { reusedAlerts } from '../../services/reusedAlerts.ts';
import { sameValue } from '../../services/sameValue.ts';
import { sliced, type Pauses } from '../../services/slices.ts';
import type { StoreState, SubscriptionSnapshot } from '../../services/storeState.ts';
import type { TreeModel } from '../../services/treeModel.ts';
import type { ListingCache } from './listingCache.ts';

/** A refresh streams: what arrives closer together than this is written at once. Milliseconds. */
const quietMilliseconds = 1_500;

export interface CacheKeeperOptions {
  readonly store: AlertStore;
  readonly cache: ListingCache;
  /** Of the subscriptions that are kept, those that the person wants to see. */
  readonly select: (kept: readonly Subscription[]) => readonly Subscription[];
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
  /** The state whose screen was written last. */
  #screenOf: StoreState | undefined;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #taking: Promise<void> = Promise.resolve();
  #disposed = false;

  constructor(options: CacheKeeperOptions) {
    this.#options = options;
    this.#stopListening = options.store.onDidChange(() => {
      this.#schedule();
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
      if (this.#disposed) return;
      if (!wanted.has(entry.subscription)) continue;
      const alerts = await cache.alerts(entry);
      if (alerts === undefined) continue;
      this.#held.set(entry.subscription.subscriptionId, { entry, alerts });
      listings.push(listingOf(entry, alerts));
    }
    if (!this.#disposed && listings.length > 0) store.apply({ kind: 'restored', listings });
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
      const held = this.#held.get(subscriptionId);
      const isHeld = held !== undefined && held.entry.body === entry.body;
      const alerts = isHeld ? held.alerts : await cache.alerts(entry);
      if (alerts === undefined) continue;
      const reused = await sliced(reusedAlerts(shown()?.alerts ?? [], alerts), pauses);
      // This window may have read it itself meanwhile, or belong to somebody else by now.
      if (this.#disposed || !isOlder(shown(), entry)) continue;
      this.#held.set(subscriptionId, { entry, alerts: reused });
      const { at, skipped, source = 'alerts' } = entry;
      store.apply({ kind: 'alertsListed', subscriptionId, listing: { alerts: reused, skipped, pages: 0, source }, at });
    }
  }

  /** Settles when everything that the store knows by now is on disk, or could not be written. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    await this.#writing;
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#stopListening();
  }

  #schedule(): void {
    if (this.#disposed) return;
    this.#timer ??= setTimeout(() => void this.flush(), quietMilliseconds);
  }

  async #write(): Promise<void> {
    const { state } = this.#options.store;
    // A screen of newer alerts than those on the disk would fall back to them before a person's eyes.
    if (await this.#writeListings(state)) await this.#writeScreen(state);
  }

  /** Only of what is on the disk, and once it has settled: the screen of half a refresh would be gone a moment later. */
  async #writeScreen(state: StoreState): Promise<void> {
    const { cache, isStillOwner, pauses, treeOf } = this.#options;
    const settled = !state.refreshing && !state.correlating && this.#onDisk.length > 0;
    if (!settled || this.#screenOf === state || !(await isStillOwner())) return;
    const saved = stateToSave(state);
    const screen = await sliced(savedScreenOf(saved, treeOf(saved)), pauses);
    if (screen === undefined || this.#disposed) return;
    await cache.keepScreen(screen);
    this.#screenOf = state;
  }

  /** False when something of it could not be written. */
  async #writeListings(state: StoreState): Promise<boolean> {
    const { cache, isStillOwner } = this.#options;
    const fresh = state.subscriptions.flatMap((snapshot) => this.#toKeep(snapshot));
    const gone = this.#gone(state);
    if (fresh.length + gone.size === 0 || !(await isStillOwner()) || this.#disposed) return true;
    const entries = await cache.keep(
      fresh.map(({ written }) => written),
      gone,
    );
    if (entries === undefined) return false;
    const byId = new Map(entries.map((entry) => [entry.subscription.subscriptionId, entry]));
    for (const { snapshot, at } of fresh) {
      const { subscriptionId } = snapshot.subscription;
      const entry = byId.get(subscriptionId);
      if (entry?.at === at) this.#held.set(subscriptionId, { entry, alerts: snapshot.alerts });
    }
    for (const id of gone) this.#held.delete(id);
    this.#onDisk = entries.map(({ subscription }) => subscription);
    return true;
  }

  /** What has to be written of a subscription: nothing, when it was read, or that it was read again. */
  #toKeep(snapshot: SubscriptionSnapshot): readonly ToKeep[] {
    const { subscription, alerts, skipped, health, source } = snapshot;
    if (health.kind !== 'ok' || health.at <= this.#options.after) return [];
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
