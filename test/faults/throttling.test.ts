import { describe, expect } from 'vitest';
import { faultTrials } from './trial.ts';
import { long } from './faultWorld.ts';

const { survives } = faultTrials();
const longest = 60_000;

describe('throttling', () => {
  survives(
    'a 429 that names seconds is waited for and not seen',
    { fault: 'F1', outcome: 'healed', requests: 3, swiftWaits: false, within: 4_000 },
    ({ milliseconds, product }) => {
      expect(milliseconds).toBeGreaterThanOrEqual(2_000);
      expect(product.waits).toEqual([2_000]);
    },
  );

  survives('a 429 that names a date is waited for', { fault: 'F2', outcome: 'healed', requests: 3 }, ({ product }) =>
    expect(product.waits).toEqual([3_000]),
  );

  for (const clock of ['behind', 'ahead']) {
    survives(
      `a date is compared with the service's own clock while this machine's is ten minutes ${clock}`,
      { fault: `F3 clock ${clock}`, outcome: 'healed', requests: 3 },
      ({ product }) => {
        expect(product.waits).toEqual([3_000]);
        expect(product.logged.join()).toContain('azure.clockOff');
      },
    );
  }

  survives('a 429 that names no time is tried again later', { fault: 'F4 once', outcome: 'healed', requests: 3 });
  survives(
    'a 429 that names no time, again and again, is said to be throttling',
    { fault: 'F4 always', outcome: { kind: 'throttled' }, row: /throttled by Azure until/, requests: 3 },
    ({ product }) => expect(product.waits).toEqual([5_000, 10_000]),
  );

  survives(
    'a wait of an hour is not taken: the row says until when',
    { fault: 'F5', outcome: { kind: 'throttled' }, row: /throttled by Azure until/, requests: 1, within: 1_000 },
    ({ snapshot, product }) => {
      const failure = snapshot.health.kind === 'failed' ? snapshot.health.failure : undefined;
      const retryAt = failure?.kind === 'throttled' ? failure.retryAt : 0;
      expect(Math.abs(retryAt - Date.now() - 3_600_000)).toBeLessThan(10_000);
      expect(product.waits).toEqual([]);
    },
  );

  for (const [form, requests] of [
    ['negative', 3],
    ['oversized', 1],
    ['infinite', 1],
    ['a word', 3],
    ['two headers', 3],
  ] as const) {
    survives(
      `a wait that makes no sense (${form}) causes no burst of requests`,
      { fault: `F6 ${form}`, outcome: { kind: 'throttled' }, requests },
      ({ product }) => {
        for (const wait of product.waits) expect(wait).toBeGreaterThanOrEqual(1_000);
        expect(product.waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(longest);
      },
    );
  }

  survives(
    'a 429 on page 7 of 10 is waited for, and the listing goes on from there',
    { fault: 'F7 once', subscriptionId: long, outcome: 'healed', requests: 11, within: 5_000 },
    ({ snapshot, product }) => {
      expect(snapshot.alerts).toHaveLength(2_000);
      expect(product.waits).toEqual([2_000]);
    },
  );

  survives('a long 429 on page 7 of 10 leaves the old listing whole', {
    fault: 'F7 for long',
    subscriptionId: long,
    outcome: { kind: 'throttled' },
    requests: 7,
    within: 5_000,
  });
});
