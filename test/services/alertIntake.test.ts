import { describe, expect, it } from 'vitest';
import { AlertIntake } from '../../src/services/alertIntake.ts';
import type { AlertStore } from '../../src/services/alertStore.ts';
import { anAlert, noon } from '../builders/alert.ts';
import { noPauses, silentLog } from '../builders/correlator.ts';
import { aListing, anAlertStore, aSubscription } from '../builders/storeState.ts';

const guid = (n: number): string => `${String(n).padStart(8, '0')}-1111-4111-8111-111111111111`;
const forgotten = { kind: 'unexpected', code: 'NotRead' } as const;
const turn = () => new Promise((resolve) => setImmediate(resolve));

it('says of a list when the run began that read it: a status that was changed meanwhile stays', async () => {
  const store = anAlertStore();
  const alert = anAlert({ subscriptionId: guid(0) });
  const selected = [aSubscription(guid(0))];
  store.apply({ kind: 'subscriptionsListed', available: selected, selected });
  let now = noon;
  const dependencies = { store, clock: { now: () => now }, pauses: noPauses, log: silentLog };
  const intake = new AlertIntake(dependencies, [guid(0)], new AbortController().signal);
  const change = { alertKey: alert.key, changeId: 1 };
  store.apply({ kind: 'statusAsked', changes: [{ ...change, subscriptionId: guid(0), status: 'Dismissed' }] });
  store.apply({ kind: 'statusSettled', changes: [{ ...change, accepted: true, at: noon }] });
  now = noon + 60_000;
  intake.settled(guid(0), { ok: true, value: aListing([alert]) });
  await intake.finish(forgotten);
  expect(store.state.correlation.alerts.get(alert.key)?.status).toBe('Dismissed');
});

/** An intake for so many subscriptions, and how often the store has changed. */
function anIntake(count: number) {
  const store: AlertStore = anAlertStore();
  const selected = Array.from({ length: count }, (_, n) => aSubscription(guid(n)));
  store.apply({ kind: 'subscriptionsListed', available: selected, selected });
  const changes = { count: 0 };
  store.onDidChange(() => (changes.count += 1));
  const controller = new AbortController();
  const dependencies = { store, clock: { now: () => noon }, pauses: noPauses, log: silentLog };
  const ids = selected.map(({ subscriptionId }) => subscriptionId);
  return { store, changes, controller, intake: new AlertIntake(dependencies, ids, controller.signal) };
}

describe('the intake of alerts', () => {
  it('makes one change of the store of the listings that come together, and one of the rest', async () => {
    const { store, changes, intake } = anIntake(5);
    intake.arriving(guid(0), 7);
    intake.settled(guid(1), { ok: true, value: aListing([anAlert()]) });
    intake.settled(guid(2), { ok: false, failure: { kind: 'forbidden' } });
    intake.settled(guid(4), { ok: true, value: aListing() });
    await turn();
    expect(changes.count).toBe(2);
    expect(store.state.subscriptions.map(({ health }) => health.kind)).toEqual([
      'loading',
      'ok',
      'failed',
      'loading',
      'ok',
    ]);
    expect(store.state.subscriptions[0]?.health).toEqual({ kind: 'loading', alertsSoFar: 7 });
  });

  it('takes eleven thousand subscriptions without holding the thread for each', async () => {
    const { store, changes, intake } = anIntake(11_000);
    let longest = 0;
    for (let n = 0; n < 11_000; n += 1_000) {
      const began = performance.now();
      for (let m = n; m < n + 1_000; m += 1) intake.settled(guid(m), { ok: true, value: aListing() });
      await Promise.resolve();
      longest = Math.max(longest, performance.now() - began);
      await turn();
    }
    await intake.finish(forgotten);
    expect(changes.count).toBe(11);
    expect(store.state.subscriptions.every(({ health }) => health.kind === 'ok')).toBe(true);
    // On its own it takes some ten milliseconds; with a change for each it was four hundred.
    expect(longest).toBeLessThan(200);
  });

  it('keeps the order of what happened to one subscription', async () => {
    const { store, intake } = anIntake(1);
    intake.settled(guid(0), { ok: false, failure: { kind: 'forbidden' } });
    intake.arriving(guid(0), 3);
    await intake.finish(forgotten);
    expect(store.state.subscriptions[0]?.health).toMatchObject({ failure: { kind: 'forbidden' } });
  });

  it('has everything in the store when it is finished, what was forgotten as failed', async () => {
    const { store, intake } = anIntake(2);
    intake.settled(guid(0), { ok: true, value: aListing([anAlert()]) });
    await intake.finish(forgotten);
    expect(store.state.subscriptions[0]?.alerts).toHaveLength(1);
    expect(store.state.subscriptions[1]?.health).toMatchObject({ failure: forgotten });
  });

  it('lets nothing into the store once its run was ended', async () => {
    const { changes, controller, intake } = anIntake(2);
    intake.settled(guid(0), { ok: true, value: aListing([anAlert()]) });
    controller.abort();
    await intake.finish(forgotten);
    expect(changes.count).toBe(0);
  });
});
