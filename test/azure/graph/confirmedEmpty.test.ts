import { expect, it } from 'vitest';
import { ConfirmedEmpty } from '../../../src/azure/graph/confirmedEmpty.ts';
import { anAlert, hour, noon, subscriptionA } from '../../builders/alert.ts';
import { aListing } from '../../builders/storeState.ts';

it('believes that there are no alerts once the alerts API has said so, for a day, and while none were seen', () => {
  let now = noon;
  const confirmed = new ConfirmedEmpty({ now: () => now });
  confirmed.note(subscriptionA, aListing([], { source: 'graph' }));
  expect(confirmed.has(subscriptionA)).toBe(false);
  confirmed.note(subscriptionA, aListing([]));
  now += 23 * hour;
  expect(confirmed.has(subscriptionA)).toBe(true);
  confirmed.note(subscriptionA, aListing([], { source: 'graph' }));
  now += hour;
  expect(confirmed.has(subscriptionA)).toBe(false);
  for (const seen of [aListing([anAlert()]), aListing([], { skipped: [{ reason: 'noId', index: 0 }] })]) {
    confirmed.note(subscriptionA, aListing([]));
    confirmed.note(subscriptionA, seen);
    expect(confirmed.has(subscriptionA)).toBe(false);
  }
});
