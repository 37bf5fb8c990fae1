import { describe, expect, it } from 'vitest';
import type { Alert } from '../../src/domain/alert.ts';
import { defaultOptions } from '../../src/domain/correlation/correlationOptions.ts';
import type { StoreState } from '../../src/services/storeState.ts';
import { AlertStore } from '../../src/services/alertStore.ts';
import { anAlert, hour, noon, subscriptionA, subscriptionB } from '../builders/alert.ts';
import { ScriptedCorrelator } from '../builders/scriptedCorrelator.ts';
import { aListing, aStoreAfter, aSubscription } from '../builders/storeState.ts';

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
