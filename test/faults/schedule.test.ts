import { describe, expect } from 'vitest';
import type { StatusChangeResult } from '../../src/services/ports.ts';
import { flappingPages } from '../arm-server/named/writes.ts';
import { faulty, flappy } from './faultWorld.ts';
import { theToken } from './product.ts';
import { faultTrials, snapshotOf } from './trial.ts';

const { survives, world } = faultTrials();

/** Requests for lists of alerts, of whatever subscription, since there were so many requests. */
const listsSince = (requests: number): number =>
  world()
    .requests()
    .slice(requests)
    .filter(({ url }) => url.includes('/alerts?')).length;

describe('requests that overlap, connections that flap', () => {
  let lists = 0;
  survives(
    'fifty clicks on refresh are one refresh',
    {
      fault: 'F44 slow',
      async meanwhile({ refresher }) {
        const before = world().requests().length;
        await Promise.all(Array.from({ length: 50 }, () => refresher.refresh()));
        lists = listsSince(before);
        return undefined;
      },
      outcome: 'healed',
      requests: 2,
    },
    () => expect(lists).toBe(3),
  );

  let [slept, asked] = [0, 0];
  survives(
    'eight hours of sleep in the middle of a refresh cost one more sign-in and no burst',
    {
      fault: 'F44 slow',
      credential: {
        getToken: () => {
          asked += 1;
          return Promise.resolve({ token: theToken, expiresOnTimestamp: Date.now() + slept + 3_600_000 });
        },
      },
      clockOff: () => slept,
      async meanwhile({ refresher }) {
        const refreshed = refresher.refresh();
        await new Promise((resolve) => setTimeout(resolve, 200));
        slept = 8 * 3_600_000;
        await refreshed;
        return undefined;
      },
      outcome: 'healed',
      requests: 2,
    },
    () => expect(asked).toBe(2),
  );

  // Three tries stand against every second request being reset, but not against every one.
  for (let every = 1; every <= 40; every += 1) {
    const healed = every > 1;
    survives(
      `every request number ${String(every)} is reset`,
      {
        fault: `F45 every ${String(every)}`,
        subscriptionId: flappy,
        outcome: healed ? 'healed' : { kind: 'offline', detail: 'ECONNRESET' },
        requests: healed ? 2 * flappingPages : 3,
        within: 5_000,
        uncorrelated: true,
        swiftWaits: 'none',
      },
      ({ snapshot, requests }) => {
        if (!healed) return;
        expect(snapshot.alerts).toHaveLength(flappingPages);
        expect(requests, 'some were reset').toBeGreaterThan(flappingPages);
      },
    );
  }
});

describe('changes whose answer is lost', () => {
  for (const form of ['500 after the change', 'reset after the change']) {
    let result: StatusChangeResult | undefined;
    let sent = 0;
    survives(
      `a change is sent once, and found to be done (${form})`,
      {
        fault: `F46 ${form}`,
        async meanwhile({ gateway, store }) {
          const alert = snapshotOf(store.state, faulty).alerts.find(({ status }) => status === 'Active');
          const before = world().requests().length;
          result = await gateway.setStatus(alert!, 'dismiss', new AbortController().signal);
          const changes = world().requests().slice(before);
          sent = changes.filter(({ method }) => method === 'POST').length;
          return undefined;
        },
        outcome: 'healed',
        // The change, and one look at what came of it, and another where the connection is gone.
        requests: 3,
      },
      () => {
        expect(result).toEqual({ kind: 'changed' });
        expect(sent).toBe(1);
      },
    );
  }
});
