import type { Alert } from '../../domain/alert.ts';
import type { AlertStore } from '../alertStore.ts';
import type { Clock } from '../ports.ts';
import type { Refresher } from '../refresh.ts';
import type { Cancel } from '../slices.ts';
import type { StoreState } from '../storeState.ts';
import { Listeners, type Unsubscribe } from '../listeners.ts';
import { AskedInVain } from './askedInVain.ts';
import { nextRefreshAt, type ScheduleFacts } from './nextRefresh.ts';

export interface RefreshScheduleOptions {
  readonly store: AlertStore;
  readonly refresher: Pick<Refresher, 'poll'>;
  readonly clock: Clock;
  /** Calls back once after some milliseconds. */
  readonly after: (milliseconds: number, call: () => void) => Cancel;
  /** Minutes between reads, as the person set them; 0 for never. */
  readonly interval: () => number;
  /** Of several windows only one polls: whether it is this one. Where it rejects, windows cannot agree, and each polls. */
  readonly isPoller: () => Promise<boolean>;
}

/** A timer that counts only while the machine is awake would be hours late: the clock is looked at this often. */
const lookAtLeastEvery = 30_000;

/**
 * Reads Azure from time to time while somebody can see the view. It decides nothing by itself: `nextRefreshAt` says
 * when, and the store says what came of the last read.
 */
export class RefreshSchedule {
  readonly #options: RefreshScheduleOptions;
  readonly #listeners = new Listeners<undefined>();
  readonly #inVain = new AskedInVain();
  readonly #unfollow: Unsubscribe;
  #facts: Omit<ScheduleFacts, 'interval' | 'signedIn'>;
  #before: StoreState;
  #startedWith: readonly (readonly Alert[])[] = [];
  #leftOut: ReadonlySet<string> = new Set();
  #next: number | undefined;
  #cancel: Cancel | undefined;
  #disposed = false;

  constructor(options: RefreshScheduleOptions) {
    this.#options = options;
    this.#before = options.store.state;
    this.#facts = { visible: false, focused: true, endedAt: undefined, unchanged: 0, unreached: 0 };
    this.#unfollow = options.store.onDidChange((state) => {
      this.#follow(state);
    });
  }

  /** When Azure is read next without anybody asking; undefined while it is not. Epoch milliseconds. */
  get nextAt(): number | undefined {
    return this.#next;
  }

  /** Hears that `nextAt` is another. */
  onDidChange(listener: () => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  /** What the person sees has changed. */
  look(seen: Partial<Pick<ScheduleFacts, 'visible' | 'focused'>>): void {
    this.#take(seen);
  }

  /** The settings have changed. */
  settingsChanged(): void {
    this.#take({});
  }

  dispose(): void {
    this.#disposed = true;
    this.#unfollow();
    this.#cancel?.();
  }

  #follow(state: StoreState): void {
    const before = this.#before;
    this.#before = state;
    if (!before.refreshing && state.refreshing) this.#startedWith = alertsOf(before);
    if (before.refreshing && !state.refreshing) {
      this.#ended(state);
      return;
    }
    if (before.subscriptions !== state.subscriptions && !state.refreshing) this.#readElsewhere(state);
    if (before.phase !== state.phase) this.#take({});
  }

  #ended(state: StoreState): void {
    const now = this.#options.clock.now();
    this.#inVain.note(state.subscriptions, this.#leftOut, now);
    this.#leftOut = new Set();
    if (state.failure?.kind === 'cancelled') {
      this.#take({ endedAt: now });
      return;
    }
    const { retryAt: _, ...facts } = this.#facts;
    this.#facts = facts;
    this.#take({
      endedAt: now,
      unchanged: sameLists(this.#startedWith, alertsOf(state)) ? facts.unchanged + 1 : 0,
      unreached: isUnreached(state) ? facts.unreached + 1 : 0,
      ...(state.failure?.kind === 'throttled' ? { retryAt: state.failure.retryAt } : {}),
    });
  }

  /** Another window has read Azure: that counts as if this one had. What was read in the future had a wrong clock. */
  #readElsewhere({ subscriptions }: StoreState): void {
    const now = this.#options.clock.now();
    const read = subscriptions.flatMap(({ health }) => (health.kind === 'ok' && health.at <= now ? [health.at] : []));
    const latest = read.reduce((one, other) => Math.max(one, other), 0);
    const { endedAt = 0 } = this.#facts;
    if (latest > endedAt) this.#take({ endedAt: latest, unreached: 0 });
  }

  #take(change: Partial<ScheduleFacts>): void {
    const { clock, interval, store } = this.#options;
    this.#facts = notInTheFuture({ ...this.#facts, ...change }, clock.now());
    const signedIn = store.state.phase !== 'signedOut' && store.state.failure?.kind !== 'notSignedIn';
    const next = nextRefreshAt({ ...this.#facts, interval: interval(), signedIn });
    const changed = next !== this.#next;
    this.#next = next;
    this.#wait();
    if (changed) this.#listeners.fire(undefined);
  }

  #wait(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#next === undefined || this.#disposed || this.#options.store.state.refreshing) return;
    const milliseconds = Math.min(Math.max(this.#next - this.#options.clock.now(), 0), lookAtLeastEvery);
    this.#cancel = this.#options.after(milliseconds, () => {
      this.#cancel = undefined;
      void this.#due();
    });
  }

  async #due(): Promise<void> {
    const { clock, isPoller } = this.#options;
    const now = clock.now();
    if (!this.#mayRead() || now < (this.#next ?? Infinity)) {
      // Worked out anew: the clock may have been set back since.
      this.#take({});
      return;
    }
    if (!(await isPoller().catch(() => true))) {
      // The window that polls shows what it reads to all; should it end, this one is asked again.
      this.#cancel?.();
      if (!this.#disposed) this.#cancel = this.#options.after(lookAtLeastEvery, () => void this.#due());
      return;
    }
    if (this.#mayRead()) this.#read(now);
  }

  /** Asked again once time has passed: the person may have hidden the view, or asked for a refresh. */
  #mayRead(): boolean {
    return !this.#disposed && this.#next !== undefined && !this.#options.store.state.refreshing;
  }

  #read(now: number): void {
    const { refresher, store } = this.#options;
    this.#leftOut = this.#inVain.at(store.state.subscriptions, now);
    void refresher.poll(this.#leftOut);
  }
}

/** The facts with times as the clock has them now: set back by hours, it would put off the next read by as many. */
function notInTheFuture<T extends Pick<ScheduleFacts, 'endedAt' | 'retryAt'>>(facts: T, now: number): T {
  const { endedAt, retryAt } = facts;
  if (endedAt === undefined || endedAt <= now) return facts;
  return { ...facts, endedAt: now, ...(retryAt === undefined ? {} : { retryAt: retryAt - (endedAt - now) }) };
}

/** Nothing got through to Azure: neither the list of subscriptions nor any of them. */
function isUnreached({ failure, subscriptions }: StoreState): boolean {
  if (failure !== undefined) return failure.kind !== 'throttled' && failure.kind !== 'forbidden';
  return subscriptions.length > 0 && subscriptions.every(({ health }) => health.kind === 'failed' && isOffline(health));
}

function isOffline({ failure }: Extract<StoreState['subscriptions'][number]['health'], { kind: 'failed' }>): boolean {
  return ['offline', 'untrusted', 'proxyRefused', 'notAzure'].includes(failure.kind);
}

function alertsOf({ subscriptions }: StoreState): readonly (readonly Alert[])[] {
  return subscriptions.map(({ alerts }) => alerts);
}

function sameLists(one: readonly (readonly Alert[])[], other: readonly (readonly Alert[])[]): boolean {
  return one.length === other.length && one.every((alerts, index) => alerts === other[index]);
}
