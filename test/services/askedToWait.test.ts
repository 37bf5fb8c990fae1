import { expect, it } from 'vitest';
import { askedToWait } from '../../src/services/askedToWait.ts';
import { hour, noon, subscriptionA, subscriptionB } from '../builders/alert.ts';
import { anAlertStore, aStoreState, aSubscription } from '../builders/storeState.ts';

const throttled = { kind: 'throttled', retryAt: noon + hour } as const;
const [shop, farm] = [{ failure: throttled }, { subscription: aSubscription(subscriptionB), alerts: [] }];

it('is what Azure has asked for until a later time, of what is to be read', () => {
  const state = aStoreState([shop, farm]);
  const expected = { until: noon + hour, subscriptionIds: new Set([subscriptionA]) };
  expect(askedToWait(state, noon)).toEqual(expected);
  expect(askedToWait(state, noon, new Set([subscriptionA]))).toEqual(expected);
  expect(askedToWait(state, noon, new Set([subscriptionB]))).toBeUndefined();
  expect(askedToWait(state, noon + hour)).toBeUndefined();
  expect(askedToWait(aStoreState([{ failure: { kind: 'offline' } }, farm]), noon)).toBeUndefined();
});

it('is asked for as a whole where the subscriptions could not be listed', () => {
  const store = anAlertStore();
  store.apply({ kind: 'listingFailed', failure: throttled });
  expect(askedToWait(store.state, noon)).toEqual({ until: noon + hour, subscriptionIds: new Set() });
});
