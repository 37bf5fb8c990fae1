import { describe, expect, it } from 'vitest';
import type { AlertListing } from '../../src/services/ports.ts';
import type { StoreState } from '../../src/services/storeState.ts';
import { anAlert, noon, subscriptionA, subscriptionB } from '../builders/alert.ts';
import { aListing, anAlertStore, aStoreAfter, aStoreState, aSubscription } from '../builders/storeState.ts';
import { offline, statesOf } from './statesOf.ts';

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
