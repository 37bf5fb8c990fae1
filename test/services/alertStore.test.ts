import { describe, expect, it } from 'vitest';
import type { Alert } from '../../src/domain/alert.ts';
import { defaultOptions } from '../../src/domain/correlation/correlationOptions.ts';
import type { AlertListing } from '../../src/services/ports.ts';
import type { StoreState } from '../../src/services/storeState.ts';
import { AlertStore } from '../../src/services/alertStore.ts';
import { isComplete } from '../../src/services/completeness.ts';
import { anAlert, hour, noon, subscriptionA, subscriptionB } from '../builders/alert.ts';
import { ScriptedCorrelator } from '../builders/scriptedCorrelator.ts';
import { aListing, anAlertStore, aStoreAfter, aStoreState, aSubscription } from '../builders/storeState.ts';

const offline = { kind: 'offline' } as const;

function statesOf(store: AlertStore): StoreState[] {
  const states: StoreState[] = [];
  store.onDidChange((state) => states.push(state));
  return states;
}

describe('phase', () => {
  it('is loading before anything is known', () => {
    expect(anAlertStore().state.phase).toBe('loading');
  });

  it('is signedOut when the subscriptions cannot be listed for want of a sign-in', () => {
    const store = anAlertStore();
    store.apply({ kind: 'listingFailed', failure: { kind: 'notSignedIn' } });
    expect(store.state).toMatchObject({ phase: 'signedOut', failure: { kind: 'notSignedIn' } });
  });

  it('tells no subscriptions from none selected', () => {
    const store = anAlertStore();
    store.apply({ kind: 'subscriptionsListed', available: [], selected: [] });
    expect(store.state.phase).toBe('noSubscriptions');
    store.apply({ kind: 'subscriptionsListed', available: [aSubscription()], selected: [] });
    expect(store.state.phase).toBe('noneSelected');
  });

  it('is ready as soon as one subscription was read, while others are loading or failed', () => {
    const other = aSubscription(subscriptionB);
    expect(aStoreState([{ alerts: [] }, { subscription: other }]).phase).toBe('ready');
    expect(aStoreState([{ alerts: [] }, { subscription: other, failure: offline }]).phase).toBe('ready');
  });

  it('is failed, with the reason, when no subscription could be read', () => {
    expect(aStoreState([{ failure: offline }])).toMatchObject({ phase: 'failed', failure: offline });
  });

  it('is failed and not noSubscriptions when the only tenants with subscriptions could not be asked', () => {
    expect(aStoreState([], [{ tenantId: 't', failure: offline }]).phase).toBe('failed');
    expect(aStoreAfter([], [], [{ rows: 1 }]).state).toMatchObject({
      phase: 'failed',
      failure: { code: 'UnreadableRows' },
    });
  });
});

describe('a failed read', () => {
  it('keeps the alerts of the last complete one and says since when they are stale', () => {
    const store = aStoreAfter([{ alerts: [anAlert()] }]);
    store.apply({ kind: 'alertsFailed', subscriptionId: subscriptionA, failure: offline });
    const [snapshot] = store.state.subscriptions;
    expect(snapshot?.alerts).toHaveLength(1);
    expect(snapshot?.health).toEqual({ kind: 'failed', failure: offline, staleSince: noon });
  });

  it('of the subscription list makes every subscription stale, and none of them empty', () => {
    const store = aStoreAfter([{ alerts: [anAlert()] }]);
    store.apply({ kind: 'listingFailed', failure: offline });
    expect(store.state).toMatchObject({ phase: 'ready', failure: offline });
    expect(store.state.correlation.alerts.size).toBe(1);
  });

  it('of a tenant keeps the subscriptions that it had, as stale', () => {
    const store = aStoreAfter([{ alerts: [anAlert()] }]);
    const { tenantId } = aSubscription();
    store.apply({
      kind: 'subscriptionsListed',
      available: [],
      selected: [],
      failedTenants: [{ tenantId, failure: offline }],
    });
    expect(store.state.subscriptions[0]?.health).toMatchObject({ kind: 'failed', staleSince: noon });
  });

  it('of some rows of a list keeps what those rows may stand for, as stale, and lets go of what was deselected', () => {
    const [farm, barn] = [aSubscription(subscriptionB), aSubscription('barn', { tenantId: 'other' })];
    const store = aStoreAfter([
      { alerts: [anAlert()] },
      { subscription: farm, alerts: [] },
      { subscription: barn, alerts: [] },
    ]);
    const { tenantId } = farm;
    const listed = { kind: 'subscriptionsListed', available: [farm], selected: [] } as const;
    store.apply({ ...listed, unreadableRows: [{ tenantId, rows: 1 }] });
    const [kept, ...others] = store.state.subscriptions;
    expect(others).toEqual([]);
    expect(kept).toMatchObject({
      subscription: aSubscription(),
      alerts: { length: 1 },
      health: { kind: 'failed', failure: { code: 'UnreadableRows' }, staleSince: noon },
    });
    store.apply({ ...listed, selected: [farm], unreadableRows: [] });
    expect(store.state.subscriptions.map(({ subscription }) => subscription)).toEqual([farm]);
  });

  it('of some rows of the list of tenants keeps the subscriptions of tenants that are not heard of', () => {
    const barn = aSubscription(subscriptionB, { tenantId: 'other' });
    const store = aStoreAfter([{ alerts: [anAlert()] }, { subscription: barn, alerts: [] }]);
    const available = [aSubscription()];
    store.apply({ kind: 'subscriptionsListed', available, selected: available, unreadableRows: [{ rows: 1 }] });
    expect(store.state.subscriptions.map(({ health }) => health.kind)).toEqual(['ok', 'failed']);
  });

  it('keeps the first stale time when it fails again', () => {
    const store = aStoreAfter([{ alerts: [anAlert()] }]);
    store.apply({ kind: 'alertsFailed', subscriptionId: subscriptionA, failure: offline });
    store.apply({ kind: 'alertsFailed', subscriptionId: subscriptionA, failure: { kind: 'forbidden' } });
    expect(store.state.subscriptions[0]?.health).toMatchObject({ staleSince: noon });
  });
});

describe('cancelling', () => {
  it('changes nothing about what was read, and marks what was not', () => {
    const other = aSubscription(subscriptionB);
    const store = aStoreAfter([{ alerts: [anAlert()] }, { subscription: other }]);
    store.apply({ kind: 'refreshCancelled' });
    expect(store.state.subscriptions.map(({ health }) => health.kind)).toEqual(['ok', 'failed']);
    expect(store.state.refreshing).toBe(false);
  });

  it('before the subscriptions were listed is not "no subscriptions"', () => {
    const store = anAlertStore();
    store.apply({ kind: 'refreshStarted' });
    store.apply({ kind: 'refreshCancelled' });
    expect(store.state).toMatchObject({ phase: 'failed', failure: { kind: 'cancelled' } });
  });
});

describe('listeners', () => {
  it('hear each change once', () => {
    const store = anAlertStore();
    const states = statesOf(store);
    store.apply({ kind: 'refreshStarted' });
    store.apply({ kind: 'subscriptionsListed', available: [aSubscription()], selected: [aSubscription()] });
    expect(states).toHaveLength(2);
    expect(states.at(-1)).toBe(store.state);
  });

  it('hear nothing when nothing changes', () => {
    const store = aStoreAfter([{ alerts: [anAlert()] }]);
    const states = statesOf(store);
    store.apply({ kind: 'refreshEnded' });
    const listing = aListing([anAlert()]);
    store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing, at: noon });
    store.apply({ kind: 'alertsFailed', subscriptionId: 'unknown', failure: offline });
    store.apply({ kind: 'subscriptionsListed', available: [aSubscription()], selected: [aSubscription()] });
    expect(states).toEqual([]);
  });

  it('stop hearing when they say so', () => {
    const store = anAlertStore();
    const states: StoreState[] = [];
    const stop = store.onDidChange((state) => states.push(state));
    stop();
    store.apply({ kind: 'refreshStarted' });
    expect(states).toEqual([]);
  });
});

describe('what a listing says beside its alerts', () => {
  const plans = { plans: [{ name: 'VirtualMachines', enabled: true }] };

  it('is kept with the subscription; plans also when a later listing does not tell them', () => {
    const store = aStoreAfter([{}]);
    const list = (listing: Partial<AlertListing>) =>
      store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing: aListing([], listing), at: noon });
    list({ source: 'graph', plans });
    expect(store.state.subscriptions[0]).toMatchObject({ source: 'graph', plans });
    list({ graphFailure: { kind: 'forbidden' } });
    expect(store.state.subscriptions[0]).toMatchObject({
      source: 'alerts',
      graphFailure: { kind: 'forbidden' },
      plans,
    });
    list({});
    expect(store.state.subscriptions[0]).not.toHaveProperty('graphFailure');
  });
});

describe('correlation', () => {
  it('stays the same object while no alert changed, and follows when one did', () => {
    const store = aStoreAfter([{ alerts: [anAlert()] }]);
    const before = store.state.correlation;
    const again = aListing([anAlert()]);
    store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing: again, at: noon + hour });
    expect(store.state.correlation).toBe(before);
    const resolved = { ...again, alerts: [anAlert({ status: 'Resolved' })] };
    store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing: resolved, at: noon + 2 * hour });
    expect([...store.state.correlation.alerts.values()][0]?.status).toBe('Resolved');
  });

  it('is empty after signing out', () => {
    const store = aStoreAfter([{ alerts: [anAlert()] }]);
    store.apply({ kind: 'cleared', signedOut: true });
    expect(store.state.phase).toBe('signedOut');
    expect(store.state.correlation.alerts.size).toBe(0);
  });
});

describe('while alerts are correlated', () => {
  const [first, second, third] = ['a', 'b', 'c'].map((called) => anAlert({ called })) as [Alert, Alert, Alert];
  const other = aSubscription(subscriptionB);
  const shown = ({ correlation }: StoreState): readonly string[] => [...correlation.alerts.keys()];

  function listedIn(store: AlertStore, subscriptionId: string, ...alerts: Alert[]): void {
    store.apply({ kind: 'alertsListed', subscriptionId, listing: aListing(alerts), at: noon });
  }

  /** Two subscriptions, and nothing read yet. */
  function aStore(): { readonly store: AlertStore; readonly correlator: ScriptedCorrelator } {
    const correlator = new ScriptedCorrelator();
    const store = new AlertStore(correlator);
    const available = [aSubscription(), other];
    store.apply({ kind: 'subscriptionsListed', available, selected: available });
    return { store, correlator };
  }

  it('says so, and keeps the last correlation until the next is there', () => {
    const { store, correlator } = aStore();
    listedIn(store, subscriptionA, first);
    correlator.end(0);
    listedIn(store, subscriptionA, first, second);
    expect(store.state).toMatchObject({ phase: 'ready', correlating: true });
    expect(shown(store.state)).toEqual([first.key]);
    correlator.end(1);
    expect(store.state.correlating).toBe(false);
    expect(shown(store.state)).toEqual([first.key, second.key]);
  });

  it('lets all that arrives meanwhile wait for one next run, and shows the first at once', () => {
    const { store, correlator } = aStore();
    listedIn(store, subscriptionA, first);
    listedIn(store, subscriptionB, second);
    listedIn(store, subscriptionB, second, third);
    expect(correlator.runs).toHaveLength(1);
    correlator.end(0);
    expect(shown(store.state)).toEqual([first.key]);
    expect(store.state.correlating).toBe(true);
    expect(correlator.runs).toHaveLength(2);
    correlator.end(1);
    expect(shown(store.state)).toEqual([first.key, second.key, third.key]);
    expect(store.state.correlating).toBe(false);
  });

  it('drops what is worked out about alerts of a subscription that is gone', () => {
    const { store, correlator } = aStore();
    listedIn(store, subscriptionA, first);
    correlator.end(0);
    listedIn(store, subscriptionB, second);
    store.apply({ kind: 'subscriptionsListed', available: [other], selected: [other] });
    expect(correlator.runs[1]?.cancelled).toBe(true);
    correlator.end(1);
    expect(shown(store.state)).toEqual([first.key]);
    correlator.end(2);
    expect(shown(store.state)).toEqual([second.key]);
  });

  it('forgets everything at once when the person signs out', () => {
    const { store, correlator } = aStore();
    listedIn(store, subscriptionA, first);
    correlator.end(0);
    listedIn(store, subscriptionA, first, second);
    const before = correlator.resets;
    store.apply({ kind: 'cleared', signedOut: true });
    expect(store.state).toMatchObject({ correlating: false });
    expect([correlator.runs[1]?.cancelled, correlator.resets]).toEqual([true, before + 1]);
    correlator.end(1);
    expect(shown(store.state)).toEqual([]);
  });

  it('starts over with other options, and only with other ones', () => {
    const { store, correlator } = aStore();
    listedIn(store, subscriptionA, first);
    const thresholds = { ...defaultOptions.thresholds, core: 9 };
    store.correlateWith({ ...defaultOptions, thresholds });
    store.correlateWith({ ...defaultOptions, thresholds: { ...thresholds } });
    expect(correlator.runs.map(({ cancelled }) => cancelled)).toEqual([true, false]);
    expect(correlator.runs[1]?.request.options.thresholds.core).toBe(9);
  });

  it('keeps what it has when correlation fails, says so, and tries again with the next refresh', () => {
    const { store, correlator } = aStore();
    listedIn(store, subscriptionA, first);
    correlator.end(0);
    listedIn(store, subscriptionA, first, second);
    correlator.fail(1);
    expect(store.state).toMatchObject({ correlating: false, correlationFailed: true });
    expect(shown(store.state)).toEqual([first.key]);
    store.apply({ kind: 'refreshStarted' });
    expect(store.state).toMatchObject({ correlating: true, correlationFailed: false });
    correlator.end(2);
    expect(shown(store.state)).toEqual([first.key, second.key]);
  });

  it('tells whoever waits for it when it is over, also when the store is disposed', async () => {
    const { store, correlator } = aStore();
    await store.whenCorrelated();
    listedIn(store, subscriptionA, first);
    const waited: string[] = [];
    const waiting = store.whenCorrelated().then(() => waited.push('done'));
    await Promise.resolve();
    expect(waited).toEqual([]);
    correlator.end(0);
    await waiting;
    listedIn(store, subscriptionA, first, second);
    const disposed = store.whenCorrelated();
    const before = correlator.resets;
    store.dispose();
    await disposed;
    expect([correlator.runs[1]?.cancelled, correlator.resets]).toEqual([true, before + 1]);
  });

  it('answers why an alert is alone, unless a newer correlation came in between', async () => {
    const { store, correlator } = aStore();
    expect(await store.whyAlone(first.key)).toBeUndefined();
    listedIn(store, subscriptionA, first);
    correlator.end(0);
    expect(await store.whyAlone(first.key)).toMatchObject({ related: [], nearest: [] });
    const late = store.whyAlone(first.key);
    listedIn(store, subscriptionA, first, second);
    correlator.end(1);
    expect(await late).toBeUndefined();
  });

  it('answers how two alerts compare, in the same way', async () => {
    const { store, correlator } = aStore();
    expect(await store.compare(first.key, second.key)).toBeUndefined();
    listedIn(store, subscriptionA, first, second);
    correlator.end(0);
    expect((await store.compare(first.key, second.key))?.apart.kind).toBeDefined();
    const late = store.compare(first.key, second.key);
    listedIn(store, subscriptionA, first);
    correlator.end(1);
    expect(await late).toBeUndefined();
  });
});

describe('what was kept on this machine', () => {
  const kept = { subscription: aSubscription(), at: noon - hour, alerts: [anAlert({ called: 'kept' })], skipped: [] };
  const restored = { kind: 'restored', listings: [kept] } as const;

  it('is shown before Azure has said anything, and says as of when', () => {
    const store = anAlertStore();
    store.apply(restored);
    expect(store.state).toMatchObject({ phase: 'ready', available: [] });
    expect(store.state.subscriptions[0]?.health).toEqual({ kind: 'restored', at: noon - hour });
    expect(store.state.correlation.alerts.size).toBe(1);
  });

  it('never takes the place of what was read', () => {
    const store = aStoreAfter([{ alerts: [] }]);
    const states = statesOf(store);
    store.apply(restored);
    expect(states).toEqual([]);
  });

  it('stays while Azure is being read, and until a complete listing takes its place', () => {
    const store = anAlertStore();
    store.apply(restored);
    store.apply({ kind: 'refreshStarted' });
    store.apply({ kind: 'subscriptionsListed', available: [aSubscription()], selected: [aSubscription()] });
    store.apply({ kind: 'alertsArriving', subscriptionId: subscriptionA, alertsSoFar: 5 });
    expect(store.state.subscriptions[0]).toMatchObject({ alerts: kept.alerts, health: { kind: 'restored' } });
    store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing: aListing([]), at: noon });
    expect(store.state.subscriptions[0]).toMatchObject({ alerts: [], health: { kind: 'ok', at: noon } });
  });

  it('is stale since it was read when reading fails, whichever comes first', () => {
    const failing = { kind: 'alertsFailed', subscriptionId: subscriptionA, failure: offline } as const;
    const listed = { kind: 'subscriptionsListed', available: [aSubscription()], selected: [aSubscription()] } as const;
    for (const events of [
      [restored, listed, failing],
      [listed, failing, restored],
      [listed, restored, failing],
      [restored, { kind: 'listingFailed', failure: offline } as const],
      [{ kind: 'listingFailed', failure: offline } as const, restored],
    ]) {
      const store = anAlertStore();
      for (const event of events) store.apply(event);
      expect(store.state.subscriptions[0]).toMatchObject({
        alerts: kept.alerts,
        health: { kind: 'failed', failure: offline, staleSince: noon - hour },
      });
    }
  });

  it('of a subscription that Azure no longer lists is not shown', () => {
    const store = anAlertStore();
    const other = aSubscription(subscriptionB);
    store.apply({ kind: 'subscriptionsListed', available: [other], selected: [other] });
    store.apply(restored);
    expect(store.state.subscriptions.map(({ subscription }) => subscription)).toEqual([other]);
  });

  it('comes back as stale where the list that Azure gave meanwhile may lack it wrongly', () => {
    const store = anAlertStore();
    const unreadableRows = [{ tenantId: aSubscription().tenantId, rows: 1 }];
    store.apply({ kind: 'subscriptionsListed', available: [], selected: [], unreadableRows });
    store.apply({ kind: 'restored', listings: [{ subscription: aSubscription(), at: noon, alerts: [], skipped: [] }] });
    expect(store.state.subscriptions.map(({ health }) => health)).toMatchObject([{ kind: 'failed', staleSince: noon }]);
  });

  it('never makes an empty list look like nothing found', () => {
    const store = anAlertStore();
    store.apply({ kind: 'restored', listings: [{ ...kept, alerts: [] }] });
    expect(isComplete(store.state)).toBe(false);
  });
});
