import { expect, it } from 'vitest';
import type { AzureFailure } from '../../src/domain/azureFailure.ts';
import { nextTry } from '../../src/services/nextTry.ts';
import { hour, noon, subscriptionB } from '../builders/alert.ts';
import { aStoreAfter, aStoreState, aSubscription } from '../builders/storeState.ts';

const timeOfDay = (time: number): string => new Date(time).toISOString().slice(11, 16);
const after = (...failures: readonly AzureFailure[]): string | undefined => {
  const other = aSubscription(subscriptionB);
  const readings = failures.map((failure, index) => ({ failure, ...(index === 0 ? {} : { subscription: other }) }));
  return nextTry(aStoreState(readings), noon, timeOfDay);
};
const throttled = { kind: 'throttled', retryAt: noon + hour } as const;

it('is the next read, where that can help', () => {
  expect(after({ kind: 'offline' })).toBe('at 10:00');
  expect(after({ kind: 'forbidden' })).toBeUndefined();
  expect(nextTry(aStoreAfter([{ alerts: [] }], [], [{ rows: 1 }]).state, noon, timeOfDay)).toBe('at 10:00');
});

it('is not before Azure wants to be asked again: the next read leaves those out', () => {
  expect(after(throttled)).toBe('after 11:00');
  expect(after(throttled, { kind: 'offline' })).toBe('at 10:00');
});

it('is not said while Azure is read, and while nothing is scheduled', () => {
  const state = aStoreState([{ failure: { kind: 'offline' } }]);
  expect(nextTry({ ...state, refreshing: true }, noon, timeOfDay)).toBeUndefined();
  expect(nextTry(state, undefined, timeOfDay)).toBeUndefined();
});
