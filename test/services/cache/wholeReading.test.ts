import { describe, expect, it } from 'vitest';
import { readReading, wholeReadingOf, writeReading } from '../../../src/services/cache/wholeReading.ts';
import { anAlert, noon, subscriptionB } from '../../builders/alert.ts';
import { aStoreAfter, aStoreState, aSubscription } from '../../builders/storeState.ts';

const farm = aSubscription(subscriptionB);
const hash = (text: string): string => String(text.length);

describe('a reading of everything', () => {
  it('is of all that the sign-in reaches, as of the first that was read', () => {
    const state = aStoreState([{ alerts: [anAlert()] }, { subscription: farm, alerts: [] }]);
    expect(wholeReadingOf(state)).toEqual({ at: noon, available: [aSubscription(), farm] });
  });

  it.each([
    ['a subscription failed', aStoreState([{ alerts: [] }, { subscription: farm, failure: { kind: 'forbidden' } }])],
    ['a subscription is still being read', aStoreState([{ alerts: [] }, { subscription: farm }])],
    ['a tenant could not be asked', aStoreState([{ alerts: [] }], [{ tenantId: 't', failure: { kind: 'offline' } }])],
    ['there is no subscription', aStoreState([])],
  ])('is none where %s', (_, state) => {
    expect(wholeReadingOf(state)).toBeUndefined();
  });

  it('is none where a row of the list of subscriptions could not be read', () => {
    const store = aStoreAfter([{ alerts: [] }]);
    const [available, unreadableRows] = [[aSubscription()], [{ tenantId: 't', rows: 1 }]];
    store.apply({ kind: 'subscriptionsListed', available, selected: available, unreadableRows });
    expect(wholeReadingOf(store.state)).toBeUndefined();
  });

  it('is none while Azure is read again, nor after that failed', () => {
    const store = aStoreAfter([{ alerts: [] }]);
    store.apply({ kind: 'refreshStarted' });
    expect(wholeReadingOf(store.state)).toBeUndefined();
    store.apply({ kind: 'listingFailed', failure: { kind: 'offline' } });
    store.apply({ kind: 'refreshEnded' });
    expect(wholeReadingOf(store.state)).toBeUndefined();
  });
});

describe('the file of a reading', () => {
  const reading = { at: noon, available: [aSubscription(), farm] };
  const file = writeReading(reading, 'somebody', hash);

  it('says what was written', () => {
    expect(readReading(file, 'somebody', hash)).toEqual(reading);
  });

  it.each([
    ['of another account', file, 'somebody else'],
    ['damaged', file.slice(0, -1), 'somebody'],
    ['empty', '', 'somebody'],
    ['of another version', rehashed(file.replace('"v":1', '"v":2')), 'somebody'],
    ['with ids that are none', rehashed(file.replace(subscriptionB, '../../etc')), 'somebody'],
  ])('says nothing when it is %s', (_, text, owner) => {
    expect(readReading(text, owner, hash)).toBeUndefined();
  });
});

function rehashed(file: string): string {
  const text = file.split('\n', 2)[1] ?? '';
  return `${hash(text)}\n${text}`;
}
