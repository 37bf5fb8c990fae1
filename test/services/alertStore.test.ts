import { describe, expect, it } from 'vitest';
import type { StoreState } from '../../src/services/storeState.ts';
import { correlate } from '../../src/domain/correlation/correlate.ts';
import { AlertStore } from '../../src/services/alertStore.ts';
import { anAlert, hour, noon, subscriptionA, subscriptionB } from '../builders/alert.ts';
import { anAlertStore, aStoreAfter, aStoreState, aSubscription } from '../builders/storeState.ts';

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
    const listing = { alerts: [anAlert()], skipped: [], pages: 1 };
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

describe('correlation', () => {
  it('stays the same object while no alert changed, and follows when one did', () => {
    const store = aStoreAfter([{ alerts: [anAlert()] }]);
    const before = store.state.correlation;
    const again = { alerts: [anAlert()], skipped: [], pages: 1 };
    store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing: again, at: noon + hour });
    expect(store.state.correlation).toBe(before);
    const resolved = { ...again, alerts: [anAlert({ status: 'Resolved' })] };
    store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing: resolved, at: noon + 2 * hour });
    expect([...store.state.correlation.alerts.values()][0]?.status).toBe('Resolved');
  });

  it('is worked out only when somebody looks', () => {
    let runs = 0;
    const store = new AlertStore((alerts) => {
      runs += 1;
      return correlate(alerts);
    });
    store.apply({ kind: 'subscriptionsListed', available: [aSubscription()], selected: [aSubscription()] });
    const listing = { alerts: [anAlert()], skipped: [], pages: 1 };
    store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing, at: noon });
    expect(runs).toBe(0);
    expect(store.state.correlation).toBe(store.state.correlation);
    expect(runs).toBe(1);
  });

  it('is empty after signing out', () => {
    const store = aStoreAfter([{ alerts: [anAlert()] }]);
    store.apply({ kind: 'cleared', signedOut: true });
    expect(store.state.phase).toBe('signedOut');
    expect(store.state.correlation.alerts.size).toBe(0);
  });
});
