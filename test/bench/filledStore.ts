import { AlertStore } from '../../src/services/alertStore.ts';
import type { AlertListing } from '../../src/services/ports.ts';
import { TreeModel } from '../../src/services/treeModel.ts';
import { benchSubscription } from './gateway.ts';
import { anImmediateCorrelator } from '../builders/correlator.ts';

/** A store as a refresh of one subscription leaves it. */
export function filledStore(listing: AlertListing): AlertStore {
  const { subscriptionId } = benchSubscription;
  const store = new AlertStore(anImmediateCorrelator());
  store.apply({ kind: 'refreshStarted' });
  const subscriptions = [benchSubscription];
  store.apply({ kind: 'subscriptionsListed', available: subscriptions, selected: subscriptions, failedTenants: [] });
  store.apply({ kind: 'alertsListed', subscriptionId, listing, at: Date.now() });
  store.apply({ kind: 'refreshEnded' });
  return store;
}

export function treeOf(store: AlertStore): TreeModel {
  return new TreeModel({
    state: store.state,
    now: Date.now(),
    timeOfDay: (time) => new Date(time).toISOString(),
    progressOf: () => ({ done: 0, total: 3 }),
    isNew: () => false,
    shownRows: () => 0,
  });
}
