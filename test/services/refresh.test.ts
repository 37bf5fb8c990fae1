import { describe, expect, it } from 'vitest';
import type { AlertListing, AlertSink, AzureGateway, SubscriptionListing } from '../../src/services/ports.ts';
import type { AzureResult } from '../../src/domain/azureFailure.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import type { AlertStore } from '../../src/services/alertStore.ts';
import { Refresher } from '../../src/services/refresh.ts';
import { anAlert, noon } from '../builders/alert.ts';
import { noPauses } from '../builders/correlator.ts';
import { aListing, anAlertStore, aSubscription } from '../builders/storeState.ts';

const log = { info: () => undefined, warn: () => undefined };
const guid = (n: number): string => `${String(n).padStart(8, '0')}-1111-4111-8111-111111111111`;

/** Azure whose answers the test lets go one by one. */
class ScriptedAzure implements AzureGateway {
  readonly subscriptions: readonly Subscription[];
  readonly waiting = new Map<string, (result: AzureResult<AlertListing>) => void>();
  listings = 0;

  constructor(count: number) {
    this.subscriptions = Array.from({ length: count }, (_, n) => aSubscription(guid(n)));
  }

  listSubscriptions(): Promise<SubscriptionListing> {
    this.listings += 1;
    return Promise.resolve({ ok: true, value: this.subscriptions });
  }

  async readAlerts(subscriptions: readonly Subscription[], sink: AlertSink): Promise<void> {
    const reading = subscriptions.map(({ subscriptionId }) => {
      const answered = new Promise<AzureResult<AlertListing>>((resolve) => this.waiting.set(subscriptionId, resolve));
      return answered.then((result) => sink.settled(subscriptionId, result));
    });
    await Promise.all(reading);
  }

  answer(n: number, result: AzureResult<AlertListing> = { ok: true, value: aListing() }) {
    const resolve = this.waiting.get(guid(n));
    this.waiting.delete(guid(n));
    resolve?.(result);
  }

  listAlerts(): never {
    throw new Error('a refresh reads all subscriptions at once');
  }

  readPermissions(): never {
    throw new Error('not part of a refresh');
  }

  readResource(): never {
    throw new Error('not part of a refresh');
  }

  readPlanCoverage(): never {
    throw new Error('not part of a refresh');
  }

  listSuppressionRules(): never {
    throw new Error('not part of a refresh');
  }

  getSuppressionRule(): never {
    throw new Error('not part of a refresh');
  }

  putSuppressionRule(): never {
    throw new Error('not part of a refresh');
  }

  deleteSuppressionRule(): never {
    throw new Error('not part of a refresh');
  }

  simulateAlerts(): never {
    throw new Error('not part of a refresh');
  }

  setStatus(): never {
    throw new Error('not part of a refresh');
  }
}

function refresherOver(
  azure: AzureGateway | Error,
  takeOver?: () => Promise<boolean>,
): { refresher: Refresher; store: AlertStore } {
  const store = anAlertStore();
  const gateway = () => (azure instanceof Error ? Promise.reject(azure) : Promise.resolve(azure));
  const refresher = new Refresher({
    store,
    gateway,
    ...(takeOver === undefined ? {} : { takeOver }),
    select: (all) => all,
    clock: { now: () => noon },
    pauses: noPauses,
    log,
  });
  return { refresher, store };
}

/** Lets everything happen that needs no further answer. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('Refresher', () => {
  it('shows subscriptions as they arrive', async () => {
    const azure = new ScriptedAzure(2);
    const { refresher, store } = refresherOver(azure);
    void refresher.refresh();
    await settle();
    azure.answer(1, { ok: true, value: aListing([anAlert()]) });
    await settle();
    expect(store.state.correlation.alerts.size).toBe(1);
    expect(store.state).toMatchObject({ phase: 'ready', refreshing: true });
  });

  it('answers overlapping requests with one run', async () => {
    const azure = new ScriptedAzure(1);
    const { refresher } = refresherOver(azure);
    const all = Promise.all(Array.from({ length: 50 }, () => refresher.refresh()));
    await settle();
    azure.answer(0);
    await all;
    expect(azure.listings).toBe(1);
  });

  it('loads once for all who only need something to show', async () => {
    const azure = new ScriptedAzure(1);
    const { refresher } = refresherOver(azure);
    const first = refresher.ensureLoaded();
    await settle();
    azure.answer(0);
    await first;
    await refresher.ensureLoaded();
    expect(azure.listings).toBe(1);
    expect(refresher.started).toBe(true);
  });

  it('keeps the other subscriptions when one fails', async () => {
    const azure = new ScriptedAzure(2);
    const { refresher, store } = refresherOver(azure);
    const done = refresher.refresh();
    await settle();
    azure.answer(0, { ok: false, failure: { kind: 'forbidden' } });
    azure.answer(1);
    await done;
    expect(store.state.subscriptions.map(({ health }) => health.kind)).toEqual(['failed', 'ok']);
  });

  it('drops what arrives after it was cancelled', async () => {
    const azure = new ScriptedAzure(1);
    const { refresher, store } = refresherOver(azure);
    const done = refresher.refresh();
    await settle();
    refresher.cancel();
    azure.answer(0, { ok: true, value: aListing([anAlert()]) });
    await done;
    expect(store.state.subscriptions[0]?.health).toEqual({ kind: 'failed', failure: { kind: 'cancelled' } });
    expect(store.state.refreshing).toBe(false);
  });

  it('can be started again at once after it was cancelled', async () => {
    const azure = new ScriptedAzure(1);
    const { refresher, store } = refresherOver(azure);
    void refresher.refresh();
    await settle();
    refresher.cancel();
    const again = refresher.refresh();
    await settle();
    azure.answer(0);
    await again;
    expect(store.state).toMatchObject({ phase: 'ready', refreshing: false });
  });

  it('lets only the newer run speak after a restart', async () => {
    const azure = new ScriptedAzure(1);
    const { refresher, store } = refresherOver(azure);
    void refresher.refresh();
    await settle();
    const old = azure.waiting.get(guid(0));
    const restarted = refresher.restart();
    await settle();
    old?.({ ok: true, value: aListing([anAlert()]) });
    await settle();
    expect(store.state.subscriptions[0]?.health.kind).toBe('loading');
    azure.answer(0);
    await restarted;
    expect(store.state.subscriptions[0]?.health.kind).toBe('ok');
  });

  it('turns an adapter that cannot be loaded into a failure that names no message', async () => {
    const { refresher, store } = refresherOver(new TypeError('eyJ secret'));
    await refresher.refresh();
    expect(store.state).toMatchObject({ phase: 'failed', failure: { kind: 'unexpected', code: 'TypeError' } });
    expect(JSON.stringify(store.state)).not.toContain('secret');
  });

  describe('when a gateway breaks its promise', () => {
    it('turns what it throws into a failure of each subscription that it left out', async () => {
      const azure = new ScriptedAzure(2);
      azure.readAlerts = (_, sink) => {
        sink.settled(guid(1), { ok: true, value: aListing() });
        return Promise.reject(new RangeError('boom'));
      };
      const { refresher, store } = refresherOver(azure);
      await refresher.refresh();
      const [left, read] = store.state.subscriptions;
      expect(left?.health).toMatchObject({ failure: { kind: 'unexpected', code: 'RangeError' } });
      expect(read?.health.kind).toBe('ok');
    });

    it('leaves no subscription loading that it forgot', async () => {
      const azure = new ScriptedAzure(1);
      azure.readAlerts = () => Promise.resolve();
      const { refresher, store } = refresherOver(azure);
      await refresher.refresh();
      expect(store.state.subscriptions[0]?.health).toMatchObject({ failure: { code: 'NotRead' } });
    });

    it('takes the first of several answers for a subscription, and none for others', async () => {
      const azure = new ScriptedAzure(1);
      azure.readAlerts = (_, sink) => {
        sink.settled(guid(7), { ok: true, value: aListing() });
        sink.settled(guid(0), { ok: true, value: aListing() });
        sink.settled(guid(0), { ok: false, failure: { kind: 'forbidden' } });
        return Promise.resolve();
      };
      const { refresher, store } = refresherOver(azure);
      await refresher.refresh();
      expect(store.state.subscriptions.map(({ health }) => health.kind)).toEqual(['ok']);
    });
  });
});

describe('reading some subscriptions again', () => {
  async function afterOneFailed() {
    const azure = new ScriptedAzure(2);
    const { refresher, store } = refresherOver(azure);
    const done = refresher.refresh();
    await settle();
    azure.answer(0);
    azure.answer(1, { ok: false, failure: { kind: 'forbidden' } });
    await done;
    return { azure, refresher, store };
  }

  it('asks for these alone, and lists no subscriptions', async () => {
    const { azure, refresher, store } = await afterOneFailed();
    const done = refresher.refreshOnly([guid(1)]);
    await settle();
    expect(store.state.subscriptions.map(({ health }) => health.kind)).toEqual(['ok', 'loading']);
    expect([...azure.waiting.keys()]).toEqual([guid(1)]);
    azure.answer(1);
    await done;
    expect(store.state).toMatchObject({ refreshing: false, subscriptions: [{}, { health: { kind: 'ok' } }] });
    expect(azure.listings).toBe(1);
  });

  it('waits for a run that is under way, and comes after it', async () => {
    const { azure, refresher } = await afterOneFailed();
    const whole = refresher.refresh();
    const some = refresher.refreshOnly([guid(1)]);
    await settle();
    azure.answer(0);
    azure.answer(1, { ok: false, failure: { kind: 'forbidden' } });
    await whole;
    await settle();
    expect([...azure.waiting.keys()]).toEqual([guid(1)]);
    azure.answer(1);
    await some;
  });

  it('does not begin when the person cancels what it waits for', async () => {
    const { azure, refresher, store } = await afterOneFailed();
    const whole = refresher.refresh();
    const some = refresher.refreshOnly([guid(1)]);
    await settle();
    refresher.cancel();
    azure.answer(0);
    azure.answer(1);
    await Promise.all([whole, some]);
    expect([azure.waiting.size, store.state.refreshing]).toEqual([0, false]);
  });

  it('gives way to a refresh of all', async () => {
    const { azure, refresher, store } = await afterOneFailed();
    void refresher.refreshOnly([guid(1)]);
    await settle();
    const whole = refresher.refresh();
    await settle();
    azure.answer(0);
    azure.answer(1);
    await whole;
    expect(azure.listings).toBe(2);
    expect(store.state.subscriptions.every(({ health }) => health.kind === 'ok')).toBe(true);
  });

  it('blames no other subscription when Azure cannot be reached at all', async () => {
    const { azure, store } = await afterOneFailed();
    const refresher = new Refresher({
      store,
      gateway: () => Promise.reject(new Error('no way')),
      select: () => azure.subscriptions,
      clock: { now: () => noon },
      pauses: noPauses,
      log,
    });
    await refresher.refreshOnly([guid(1)]);
    expect(store.state.subscriptions.map(({ health }) => health.kind)).toEqual(['ok', 'failed']);
  });
});

describe('what another window has read', () => {
  it('is taken in place of reading, once', async () => {
    const azure = new ScriptedAzure(1);
    let asked = 0;
    const { refresher, store } = refresherOver(azure, () => Promise.resolve((asked += 1) === 1));
    await Promise.all([refresher.ensureLoaded(), refresher.ensureLoaded()]);
    await refresher.ensureLoaded();
    expect([asked, azure.listings, refresher.started, store.state.refreshing]).toEqual([1, 0, true, false]);
  });

  it.each([
    ['is not everything or not of now', () => Promise.resolve(false)],
    ['cannot be had', () => Promise.reject(new Error('no cache'))],
  ])('that %s is read from Azure', async (_, takeOver) => {
    const azure = new ScriptedAzure(1);
    const { refresher, store } = refresherOver(azure, takeOver);
    const loaded = refresher.ensureLoaded();
    await settle();
    azure.answer(0);
    await loaded;
    expect([azure.listings, store.state.phase]).toEqual([1, 'ready']);
  });

  it('does not stand in for a refresh that the person asks for meanwhile', async () => {
    const azure = new ScriptedAzure(1);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const { refresher } = refresherOver(azure, () => promise);
    const loaded = refresher.ensureLoaded();
    void refresher.refresh();
    resolve(false);
    await settle();
    azure.answer(0);
    await loaded;
    expect(azure.listings).toBe(1);
  });

  it('is not read from Azure either once the person has signed out meanwhile', async () => {
    const azure = new ScriptedAzure(1);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const { refresher } = refresherOver(azure, () => promise);
    const loaded = refresher.ensureLoaded();
    refresher.cancel();
    resolve(false);
    await loaded;
    expect(azure.listings).toBe(0);
  });
});
