import type { Alert } from '../../src/domain/alert.ts';
import type { AzureFailure } from '../../src/domain/azureFailure.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import type { AlertListing, SkippedRow, TenantFailure, UnreadableRows } from '../../src/services/ports.ts';
import type { StoreState } from '../../src/services/storeState.ts';
import { AlertStore } from '../../src/services/alertStore.ts';
import { noon, subscriptionA } from './alert.ts';
import { anImmediateCorrelator } from './correlator.ts';

const tenantA = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';

export function aSubscription(subscriptionId = subscriptionA, wish: Partial<Subscription> = {}): Subscription {
  return { subscriptionId, tenantId: tenantA, displayName: 'Shop', state: 'Enabled', ...wish };
}

/** What reading one subscription gave: alerts, or a failure, or nothing yet. */
export interface Reading {
  readonly subscription?: Subscription;
  readonly alerts?: readonly Alert[];
  readonly skipped?: readonly SkippedRow[];
  readonly failure?: AzureFailure;
}

export function anAlertStore(): AlertStore {
  return new AlertStore(anImmediateCorrelator());
}

/** A store after one refresh with these outcomes; a reading with neither alerts nor failure is still loading. */
export function aStoreAfter(
  readings: readonly Reading[],
  failedTenants: readonly TenantFailure[] = [],
  unreadableRows: readonly UnreadableRows[] = [],
): AlertStore {
  const store = anAlertStore();
  const available = readings.map(({ subscription }) => subscription ?? aSubscription());
  store.apply({ kind: 'refreshStarted' });
  store.apply({ kind: 'subscriptionsListed', available, selected: available, failedTenants, unreadableRows });
  for (const reading of readings) read(store, reading);
  store.apply({ kind: 'refreshEnded' });
  return store;
}

/** The state of a store after one refresh. */
export function aStoreState(readings: readonly Reading[], failedTenants: readonly TenantFailure[] = []): StoreState {
  return aStoreAfter(readings, failedTenants).state;
}

/** A complete listing of one page, as the alerts API gives it. */
export function aListing(alerts: readonly Alert[] = [], changes: Partial<AlertListing> = {}): AlertListing {
  return { alerts, skipped: [], pages: 1, source: 'alerts', ...changes };
}

function read(store: AlertStore, { subscription = aSubscription(), alerts, skipped = [], failure }: Reading): void {
  const { subscriptionId } = subscription;
  if (alerts !== undefined) {
    store.apply({ kind: 'alertsListed', subscriptionId, listing: aListing(alerts, { skipped }), at: noon });
  }
  if (failure !== undefined) store.apply({ kind: 'alertsFailed', subscriptionId, failure });
}
