import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { AzureFailure } from '../../../src/domain/azureFailure.ts';
import { RefreshSchedule } from '../../../src/services/schedule/refreshSchedule.ts';
import type { AlertStore } from '../../../src/services/alertStore.ts';
import { anAlert, hour, minute, noon, subscriptionA, subscriptionB } from '../../builders/alert.ts';
import { aListing, anAlertStore, aSubscription } from '../../builders/storeState.ts';

type Answers = Readonly<Record<string, AzureFailure | 'ok'>>;

/** A window and its clock; what Azure answers can change. */
class Window {
  readonly store: AlertStore = anAlertStore();
  readonly reads: { readonly minute: number; readonly leftOut: readonly string[] }[] = [];
  readonly schedule: RefreshSchedule;
  now = noon;
  interval = 15;
  poller: boolean | Error = true;
  /** What happens while this window finds out whether it is the one that polls. */
  whileAsked = (): void => undefined;
  listing: AzureFailure | undefined;
  answers: Answers = { [subscriptionA]: 'ok' };
  #timers: { readonly at: number; readonly call: () => void }[] = [];

  constructor() {
    this.schedule = new RefreshSchedule({
      store: this.store,
      refresher: {
        poll: (except) => {
          this.read(except);
          return Promise.resolve();
        },
      },
      clock: { now: () => this.now },
      after: (milliseconds, call) => {
        const timer = { at: this.now + milliseconds, call };
        this.#timers.push(timer);
        return () => {
          this.#timers = this.#timers.filter((each) => each !== timer);
        };
      },
      interval: () => this.interval,
      isPoller: () => {
        this.whileAsked();
        return this.poller instanceof Error ? Promise.reject(this.poller) : Promise.resolve(this.poller);
      },
    });
    onTestFinished(() => this.schedule.dispose());
    this.schedule.look({ visible: true });
  }

  /** One read of Azure, as a refresh makes it. */
  read(except: ReadonlySet<string> = new Set()): void {
    this.reads.push({ minute: (this.now - noon) / minute, leftOut: [...except] });
    const { store } = this;
    store.apply({ kind: 'refreshStarted', except });
    const available = Object.keys(this.answers).map((id) => aSubscription(id));
    if (this.listing === undefined) {
      store.apply({ kind: 'subscriptionsListed', available, selected: available });
      for (const [subscriptionId, answer] of Object.entries(this.answers)) {
        if (except.has(subscriptionId)) continue;
        if (answer === 'ok') store.apply({ kind: 'alertsListed', subscriptionId, listing: aListing(), at: this.now });
        else store.apply({ kind: 'alertsFailed', subscriptionId, failure: answer });
      }
    } else store.apply({ kind: 'listingFailed', failure: this.listing });
    store.apply({ kind: 'refreshEnded' });
  }

  get waits(): number {
    return this.#timers.length;
  }

  /** Time passes with the machine awake: every timer that is due rings. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    for (;;) {
      const next = this.#timers.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > end) break;
      this.#timers = this.#timers.filter((each) => each !== next);
      this.now = Math.max(this.now, next.at);
      next.call();
      await settle();
    }
    this.now = end;
  }

  /** Time passes with the machine asleep: timers stand still. */
  sleep(milliseconds: number): void {
    this.now += milliseconds;
    this.#timers = this.#timers.map(({ at, call }) => ({ at: at + milliseconds, call }));
  }

  /** Timers go on as if nothing had happened. */
  setClockBack(milliseconds: number): void {
    this.sleep(-milliseconds);
  }

  get minutes(): readonly number[] {
    return this.reads.map((read) => read.minute);
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

let window: Window;

beforeEach(() => {
  window = new Window();
});

const offline: AzureFailure = { kind: 'offline' };

describe('a schedule of reads', () => {
  it('begins after the first read, which is not its own, and goes on', async () => {
    await window.pass(hour);
    expect(window.reads).toEqual([]);
    window.read();
    await window.pass(31 * minute);
    expect(window.minutes).toEqual([60, 75, 90]);
  });

  it('slows down when nothing changes, and is as before when something has', async () => {
    window.read();
    await window.pass(3 * hour);
    expect(window.minutes.slice(0, 7)).toEqual([0, 15, 30, 45, 60, 90, 120]);
    window.store.apply({ kind: 'refreshStarted' });
    const listing = aListing([anAlert()]);
    window.store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing, at: window.now });
    window.store.apply({ kind: 'refreshEnded' });
    expect(window.schedule.nextAt).toBe(window.now + 15 * minute);
  });

  it('rests while the view is hidden, and reads once when it is back and a read is overdue', async () => {
    window.read();
    window.schedule.look({ visible: false });
    await window.pass(5 * hour);
    window.schedule.look({ visible: true });
    await window.pass(minute);
    expect(window.minutes).toEqual([0, 300]);
  });

  it('asks nothing while nobody is signed in', async () => {
    window.read();
    window.store.apply({ kind: 'cleared', signedOut: true });
    await window.pass(5 * hour);
    expect(window.minutes).toEqual([0]);
    expect(window.schedule.nextAt).toBeUndefined();
  });

  it('F41 tries again after 1, 2, 4, 8 and 15 minutes, and recovers by itself within one try', async () => {
    window.listing = offline;
    window.read();
    await window.pass(46 * minute);
    expect(window.minutes).toEqual([0, 1, 3, 7, 15, 30, 45]);
    window.listing = undefined;
    await window.pass(15 * minute);
    expect(window.store.state.subscriptions[0]?.health.kind).toBe('ok');
    expect(window.schedule.nextAt).toBe(noon + 75 * minute);
  });

  it('F44 reads once after eight hours of sleep', async () => {
    window.read();
    await window.pass(5 * minute);
    window.sleep(8 * hour);
    await window.pass(minute);
    expect(window.reads).toHaveLength(2);
    expect(window.minutes[1]).toBeCloseTo(485.5, 0);
  });

  it('F39 does not ask at every turn for what only a person at Azure can change, and never leaves it loading', async () => {
    window.answers = { [subscriptionA]: 'ok', [subscriptionB]: { kind: 'forbidden' } };
    window.read();
    await window.pass(7 * hour);
    const leftOut = window.reads.map((read) => read.leftOut.length);
    expect(leftOut.slice(0, 5)).toEqual([0, 1, 1, 1, 1]);
    expect(leftOut.filter((count) => count === 0)).toHaveLength(2);
    expect(window.store.state.subscriptions[1]?.health).toMatchObject({
      kind: 'failed',
      failure: { kind: 'forbidden' },
    });
  });

  it('leaves a subscription alone for as long as Azure wants', async () => {
    const retryAt = noon + 20 * minute;
    window.answers = { [subscriptionA]: 'ok', [subscriptionB]: { kind: 'throttled', retryAt } };
    window.read();
    await window.pass(31 * minute);
    expect(window.reads.map((read) => read.leftOut)).toEqual([[], [subscriptionB], []]);
  });

  it('waits with everything where Azure throttles the list of subscriptions', async () => {
    window.listing = { kind: 'throttled', retryAt: noon + 40 * minute };
    window.read();
    await window.pass(39 * minute);
    expect(window.reads).toHaveLength(1);
    window.listing = undefined;
    await window.pass(2 * minute);
    expect(window.minutes).toEqual([0, 40]);
    expect(window.schedule.nextAt).toBe(noon + 55 * minute);
  });

  it('follows the settings at once', async () => {
    window.read();
    window.interval = 2;
    window.schedule.settingsChanged();
    expect(window.schedule.nextAt).toBe(noon + 2 * minute);
    window.interval = 0;
    window.schedule.settingsChanged();
    await window.pass(5 * hour);
    expect(window.minutes).toEqual([0]);
  });

  it('goes on at its usual pace when the clock is set back by hours', async () => {
    window.read();
    await window.pass(5 * minute);
    window.setClockBack(6 * hour);
    await window.pass(16 * minute);
    expect(window.reads).toHaveLength(2);
    expect(window.schedule.nextAt).toBeLessThan(window.now + 15 * minute);
  });

  it('leaves Azure alone for no longer than it asked when the clock is set back meanwhile', async () => {
    window.listing = { kind: 'throttled', retryAt: noon + 40 * minute };
    window.read();
    window.setClockBack(6 * hour);
    await window.pass(41 * minute);
    expect(window.reads).toHaveLength(2);
  });

  it('does not wait for what another window read in the future, when its clock was wrong', async () => {
    window.read();
    window.poller = false;
    await window.pass(10 * minute);
    const at = window.now + 6 * hour;
    window.store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing: aListing(), at });
    expect(window.schedule.nextAt).toBe(noon + 15 * minute);
  });

  it('reads where it cannot be found out which window polls, and rejects nothing', async () => {
    window.poller = new Error('the room of the cache cannot be loaded');
    window.read();
    await window.pass(16 * minute);
    expect(window.minutes).toEqual([0, 15]);
  });

  it('follows what another window reads before this one has read anything', () => {
    const subscription = aSubscription(subscriptionA);
    const kept = { subscription, alerts: [], skipped: [] };
    window.store.apply({ kind: 'restored', listings: [{ ...kept, at: noon - minute }] });
    window.store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing: aListing(), at: noon });
    expect(window.schedule.nextAt).toBe(noon + 15 * minute);
  });

  it('leaves reading to the window that polls, and takes over when that one has ended', async () => {
    window.read();
    window.poller = false;
    await window.pass(10 * minute);
    const at = window.now;
    window.store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing: aListing(), at });
    expect(window.schedule.nextAt).toBe(at + 15 * minute);
    await window.pass(20 * minute);
    expect(window.minutes).toEqual([0]);
    window.poller = true;
    await window.pass(minute);
    expect(window.reads).toHaveLength(2);
  });
});

it('waits for one thing at a time, whatever happens while it finds out whether it polls', async () => {
  const window = new Window();
  window.poller = false;
  window.read();
  window.whileAsked = () => window.schedule.look({ focused: true });
  await window.pass(hour);
  expect(window.waits).toBe(1);
  window.schedule.dispose();
  expect(window.waits).toBe(0);
});
