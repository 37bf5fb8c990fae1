import { describe, expect, it } from 'vitest';
import type { StoreEvent } from '../../../src/services/storeFacts.ts';
import { sameRows } from '../../../src/services/tree/sameRows.ts';
import { anAlert, hour, noon, subscriptionA } from '../../builders/alert.ts';
import { aListing, aStoreAfter, aSubscription } from '../../builders/storeState.ts';

const subscriptionId = subscriptionA;
const listed = (listing = aListing([anAlert()])): StoreEvent => ({
  kind: 'alertsListed',
  subscriptionId,
  listing,
  at: noon + hour,
});

/** Whether each of the events leaves the rows as they were. */
function rowsStay(...events: readonly StoreEvent[]): readonly boolean[] {
  const store = aStoreAfter([{ alerts: [anAlert()] }]);
  return events.map((event) => {
    const before = store.state;
    store.apply(event);
    return sameRows(before, store.state);
  });
}

describe('rows look the same', () => {
  it('all through a refresh that finds nothing new', () => {
    const selected = [aSubscription()];
    const names: StoreEvent = { kind: 'subscriptionsListed', available: selected, selected };
    expect(rowsStay({ kind: 'refreshStarted' }, names, listed(), { kind: 'refreshEnded' })).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it.each<[string, StoreEvent]>([
    ['an alert has another status', listed(aListing([anAlert({ status: 'Resolved' })]))],
    ['an alert is gone', listed(aListing([]))],
    ['rows could not be read', listed(aListing([anAlert()], { skipped: [{ reason: 'noId', index: 1 }] }))],
    ['a subscription fails', { kind: 'alertsFailed', subscriptionId, failure: { kind: 'forbidden' } }],
    [
      'a subscription has another name',
      { kind: 'subscriptionsListed', available: [], selected: [{ ...aSubscription(), displayName: 'Other' }] },
    ],
    ['a subscription is no longer selected', { kind: 'subscriptionsListed', available: [], selected: [] }],
    [
      'a tenant fails',
      {
        kind: 'subscriptionsListed',
        available: [],
        selected: [aSubscription()],
        failedTenants: [{ tenantId: 't', failure: { kind: 'forbidden' } }],
      },
    ],
    ['everything is forgotten', { kind: 'cleared', signedOut: true }],
  ])('not when %s', (_, event) => {
    expect(rowsStay(event)).toEqual([false]);
  });
});
