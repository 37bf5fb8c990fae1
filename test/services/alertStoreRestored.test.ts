import { describe, expect, it } from 'vitest';
import { isComplete } from '../../src/services/completeness.ts';
import { anAlert, hour, noon, subscriptionA, subscriptionB } from '../builders/alert.ts';
import { aListing, anAlertStore, aStoreAfter, aSubscription } from '../builders/storeState.ts';
import { offline, statesOf } from './statesOf.ts';

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
