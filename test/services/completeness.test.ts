import { expect, it } from 'vitest';
import { incompletenessNotice, isComplete } from '../../src/services/completeness.ts';
import { anAlert, subscriptionB } from '../builders/alert.ts';
import { aStoreAfter, aStoreState, aSubscription } from '../builders/storeState.ts';

const other = aSubscription(subscriptionB);

it('is complete only when every subscription was read and every row understood', () => {
  expect(isComplete(aStoreState([{ alerts: [] }]))).toBe(true);
  expect(isComplete(aStoreState([{ alerts: [] }, { subscription: other }]))).toBe(false);
  expect(isComplete(aStoreState([{ alerts: [], skipped: [{ reason: 'noId', index: 0 }] }]))).toBe(false);
  expect(isComplete(aStoreState([{ alerts: [] }], [{ tenantId: 't', failure: { kind: 'offline' } }]))).toBe(false);
});

it('says how much is missing, in numbers and nothing else', () => {
  const readings = [
    { alerts: [anAlert()], skipped: [{ reason: 'noId', index: 0 } as const] },
    { subscription: other, failure: { kind: 'offline' } as const },
  ];
  const state = aStoreState(readings, [{ tenantId: 't', failure: { kind: 'notSignedIn' } }]);
  expect(incompletenessNotice(state)).toBe(
    'Incomplete: 1 of 2 subscriptions and 1 tenant and 1 row could not be read. See Subscriptions below.',
  );
  expect(incompletenessNotice(aStoreState([{ alerts: [] }]))).toBeUndefined();
});

it('says that nothing is known when no subscription could be read', () => {
  expect(incompletenessNotice(aStoreState([{ failure: { kind: 'offline' } }]))).toBe(
    'No subscription could be read, so nothing is known about alerts at this moment.',
  );
});

it('tells alerts that may have changed since from alerts that are missing', () => {
  const failure = { kind: 'offline' } as const;
  const before = [{ alerts: [anAlert()] }, { subscription: other, failure }];
  const store = aStoreAfter(before);
  expect(incompletenessNotice(store.state)).toMatch(/^Incomplete: 1 of 2 /);
  store.apply({ kind: 'listingFailed', failure });
  expect(incompletenessNotice(store.state)).toMatch(/^Out of date and incomplete: 2 of 2 /);
  const known = aStoreAfter([{ alerts: [anAlert()] }]);
  known.apply({ kind: 'listingFailed', failure });
  expect(incompletenessNotice(known.state)).toMatch(/^Out of date: 1 of 1 /);
});
