import { describe, expect, it } from 'vitest';
import { faulty, long, steady } from './faultWorld.ts';
import { startProduct } from './product.ts';
import { faultTrials, snapshotOf } from './trial.ts';

const { survives, world } = faultTrials();

describe('requests that overlap, connections that flap', () => {
  it('F44: fifty clicks on refresh are one refresh', async () => {
    const { refresher } = startProduct(world(), { selected: [faulty, steady] });
    world().inject('F44 slow', faulty);
    const before = world().server.requests.length;
    await Promise.all(Array.from({ length: 50 }, () => refresher.refresh()));
    world().inject(undefined, faulty);
    const lists = world()
      .server.requests.slice(before)
      .filter(({ url }) => url.includes('/alerts?'));
    expect(lists).toHaveLength(3);
  });

  it('F44: eight hours of sleep in the middle of a refresh cost one more sign-in and no burst', async () => {
    let slept = 0;
    let asked = 0;
    const token = startProduct(world(), { selected: [] }).tokens[0] ?? '';
    const credential = {
      getToken: () => {
        asked += 1;
        return Promise.resolve({ token, expiresOnTimestamp: Date.now() + slept + 3_600_000 });
      },
    };
    const { refresher, store } = startProduct(world(), {
      selected: [faulty],
      credential,
      clockOff: () => slept,
    });
    world().inject('F44 slow', faulty);
    const before = world().server.requests.length;
    const refreshed = refresher.refresh();
    await new Promise((resolve) => setTimeout(resolve, 200));
    slept = 8 * 3_600_000;
    await refreshed;
    world().inject(undefined, faulty);
    expect(snapshotOf(store.state, faulty).health.kind).toBe('ok');
    expect(asked).toBe(2);
    expect(world().server.requests.length - before).toBeLessThanOrEqual(4);
  });

  // Three tries stand against every second request being reset, but not against every one.
  for (let every = 1; every <= 40; every += 1) {
    survives(`every request number ${String(every)} is reset`, {
      fault: `F45 every ${String(every)}`,
      subscriptionId: long,
      outcome: every === 1 ? { kind: 'offline', detail: 'ECONNRESET' } : 'healed',
      requests: every === 1 ? 3 : 20,
      within: 5_000,
    });
  }
});

describe('changes whose answer is lost', () => {
  it.each(['F46 500 after the change', 'F46 reset after the change'])(
    '%s: it is sent once, and found to be done',
    async (fault) => {
      const { gateway, refresher, store } = startProduct(world(), { selected: [faulty] });
      await refresher.refresh();
      const alert = snapshotOf(store.state, faulty).alerts.find(({ status }) => status === 'Active');
      world().inject(fault, faulty);
      const before = world().server.requests.length;
      const result = await gateway.setStatus(alert!, 'dismiss', new AbortController().signal);
      world().inject(undefined, faulty);
      expect(result).toEqual({ kind: 'changed' });
      const sent = world()
        .server.requests.slice(before)
        .filter(({ method }) => method === 'POST');
      expect(sent).toHaveLength(1);
    },
  );
});
