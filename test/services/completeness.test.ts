import { expect, it } from 'vitest';
import { isComplete, missingText, verdictOnList } from '../../src/services/completeness.ts';
import { anAlert, subscriptionB } from '../builders/alert.ts';
import { aStoreAfter, aStoreState, aSubscription } from '../builders/storeState.ts';

const other = aSubscription(subscriptionB);

it('is complete only when every subscription was read and every row understood', () => {
  expect(isComplete(aStoreState([{ alerts: [] }]))).toBe(true);
  expect(isComplete(aStoreState([{ alerts: [] }, { subscription: other }]))).toBe(false);
  expect(isComplete(aStoreState([{ alerts: [], skipped: [{ reason: 'noId', index: 0 }] }]))).toBe(false);
  expect(isComplete(aStoreState([{ alerts: [] }], [{ tenantId: 't', failure: { kind: 'offline' } }]))).toBe(false);
  expect(isComplete(aStoreAfter([{ alerts: [] }], [], [{ tenantId: 't', rows: 1 }]).state)).toBe(false);
});

it('says how much is missing, in numbers and nothing else', () => {
  const readings = [
    { alerts: [anAlert()], skipped: [{ reason: 'noId', index: 0 } as const] },
    { subscription: other, failure: { kind: 'offline' } as const },
  ];
  const state = aStoreState(readings, [{ tenantId: 't', failure: { kind: 'notSignedIn' } }]);
  expect(missingText(state)).toBe('1 of 2 subscriptions and 1 tenant and 1 row');
  expect(missingText(aStoreAfter([{ alerts: [] }], [], [{ rows: 2 }]).state)).toBe('2 rows');
  expect(missingText(aStoreState([{ alerts: [] }]))).toBe('');
});

it('tells alerts that may have changed since from alerts that are missing', () => {
  const failure = { kind: 'offline' } as const;
  const before = [{ alerts: [anAlert()] }, { subscription: other, failure }];
  const store = aStoreAfter(before);
  expect(verdictOnList(store.state)).toBe('incomplete');
  store.apply({ kind: 'listingFailed', failure });
  expect(verdictOnList(store.state)).toBe('out of date and incomplete');
  const known = aStoreAfter([{ alerts: [anAlert()] }]);
  known.apply({ kind: 'listingFailed', failure });
  expect(verdictOnList(known.state)).toBe('out of date');
});
