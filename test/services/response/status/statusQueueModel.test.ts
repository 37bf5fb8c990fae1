import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import type { AlertStatus } from '../../../../src/domain/alertStatus.ts';
import { statusAfter, type StatusAction } from '../../../../src/domain/statusAction.ts';
import type { StatusBatch } from '../../../../src/services/response/status/statusBatch.ts';
import { StatusQueue } from '../../../../src/services/response/status/statusQueue.ts';
import { anAlert, noon, subscriptionA, subscriptionB } from '../../../builders/alert.ts';
import { StatusServer, type WriteFault } from '../../../builders/statusServer.ts';
import { aStoreAfter, aSubscription } from '../../../builders/storeState.ts';
import { VirtualTime } from '../../../builders/virtualTime.ts';

const statuses = ['Active', 'InProgress', 'Resolved', 'Dismissed'] as const;
const actions = ['dismiss', 'resolve', 'inProgress', 'activate'] as const;

/** What one request meets, mostly nothing. */
const fault: fc.Arbitrary<WriteFault | undefined> = fc.oneof(
  { weight: 12, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom('lostAfter' as const, 'lostBefore' as const) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom({ kind: 'forbidden' } as const, { kind: 'unexpected', code: 'NotFound', status: 404 } as const)
      .map((failure) => ({ failure })),
  },
);

interface Story {
  readonly alerts: readonly { readonly status: AlertStatus; readonly other: boolean }[];
  readonly batches: readonly {
    readonly action: StatusAction;
    readonly which: readonly number[];
    readonly at: number;
    readonly cancelledAfter: number | undefined;
  }[];
  readonly writes: number;
  readonly takes: readonly number[];
  readonly faults: readonly (WriteFault | undefined)[];
}

const story: fc.Arbitrary<Story> = fc.record({
  alerts: fc.array(fc.record({ status: fc.constantFrom(...statuses), other: fc.boolean() }), {
    minLength: 1,
    maxLength: 30,
  }),
  batches: fc.array(
    fc.record({
      action: fc.constantFrom<StatusAction>(...actions),
      which: fc.array(fc.nat(29), { minLength: 1, maxLength: 30 }),
      at: fc.nat(20_000),
      cancelledAfter: fc.option(fc.nat(15_000), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  writes: fc.integer({ min: 1, max: 15 }),
  takes: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 10 }),
  faults: fc.array(fault, { minLength: 1, maxLength: 40 }),
});

function stage({ alerts: wishes, writes, takes, faults }: Omit<Story, 'batches'>) {
  const time = new VirtualTime(noon);
  const alerts = wishes.map(({ status, other }, index) =>
    anAlert({ called: String(index), status, subscriptionId: other ? subscriptionB : subscriptionA }),
  );
  const server = new StatusServer({
    time,
    alerts,
    writes,
    takes: (n) => takes[n % takes.length]!,
    fault: (n) => faults[n % faults.length],
  });
  const store = aStoreAfter(
    [subscriptionA, subscriptionB].map((id) => ({
      subscription: aSubscription(id),
      alerts: alerts.filter(({ subscriptionId }) => subscriptionId === id),
    })),
  );
  const queue = new StatusQueue({ gateway: () => Promise.resolve(server), store, clock: time, wait: time.wait });
  return { time, alerts, server, store, queue };
}

type Stage = ReturnType<typeof stage>;

async function play({ time, alerts, queue }: Stage, batches: Story['batches']): Promise<StatusBatch[]> {
  const played = batches.map(async ({ action, which, at, cancelledAfter }) => {
    await time.wait(at);
    const chosen = [...new Set(which)].flatMap((index) => alerts[index] ?? []);
    const batch = queue.enqueue(chosen.map((alert) => ({ alert, action })));
    if (cancelledAfter !== undefined) void time.wait(cancelledAfter).then(() => batch.cancel());
    await batch.finished;
    return batch;
  });
  return time.until(Promise.all(played));
}

const shownIn = ({ store }: Stage, { key }: Alert): string | undefined =>
  store.state.correlation.alerts.get(key)?.status;

it('whatever goes wrong: every change ends once, is done at most once, and what is shown is what is known', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ batches, ...world }) => {
      const scene = stage(world);
      const { server, alerts, store } = scene;
      const ended = await play(scene, batches);
      const results = ended.flatMap((batch) => batch.results);

      // No loss: nothing is left waiting. No duplicate: as many writes took effect as results say, or may say.
      const count = (kind: string): number => results.filter(({ outcome }) => outcome.kind === kind).length;
      expect(count('waiting') + count('sending')).toBe(0);
      const done = server.seen.filter((write) => write.done).length;
      expect(done).toBeGreaterThanOrEqual(count('changed'));
      expect(done).toBeLessThanOrEqual(count('changed') + count('inDoubt'));

      // Of one alert one change at a time, and no more than one for each time that it was asked for and not throttled.
      for (const { key } of alerts) {
        const own = server.seen.filter(({ alertKey }) => alertKey === key);
        for (const [index, write] of own.entries()) {
          expect(write.from).toBeGreaterThanOrEqual(own[index - 1]?.to ?? 0);
        }
        const asked = results.filter(({ alert }) => alert.key === key).length;
        expect(own.filter(({ throttledUntil }) => throttledUntil === undefined).length).toBeLessThanOrEqual(asked);
      }

      // Nothing begins in a subscription between a refusal that is known and the time that it named.
      for (const { subscriptionId, to, throttledUntil } of server.seen) {
        if (throttledUntil === undefined) continue;
        const early = server.seen.filter(
          (each) => each.subscriptionId === subscriptionId && each.from > to && each.from < throttledUntil,
        );
        expect(early).toEqual([]);
      }

      // Shown is what Azure has, but for alerts of which an answer was lost.
      expect(store.state.changing.size).toBe(0);
      for (const alert of alerts) {
        const doubtful = results.some((each) => each.alert.key === alert.key && each.outcome.kind === 'inDoubt');
        if (!doubtful) expect(shownIn(scene, alert)).toBe(server.statuses.get(alert.key));
      }
    }),
    { numRuns: 150 },
  );
});

it('undoing gives every alert its earlier status back, at whatever moment of throttling it is asked for', async () => {
  const undoing = fc.record({ story, action: fc.constantFrom<StatusAction>(...actions), after: fc.nat(60_000) });
  await fc.assert(
    fc.asyncProperty(undoing, async ({ story: { batches: _, ...world }, action, after }) => {
      const scene = stage({
        ...world,
        faults: world.faults.flatMap((each) => [undefined, each === 'lostAfter' ? each : undefined]),
      });
      const { alerts, queue, server, time } = scene;
      const batch = queue.enqueue(alerts.map((alert) => ({ alert, action })));
      await time.until(time.wait(after));
      const { batch: back } = await time.until(batch.undo());
      const outcomes = back === undefined ? [] : await time.until(back.finished);
      for (const alert of alerts) {
        // An answer that is lost again leaves the alert in doubt, which is said; nothing else may differ.
        const inDoubt = outcomes.some((each) => each.alert.key === alert.key && each.outcome.kind === 'inDoubt');
        if (!inDoubt) expect(shownIn(scene, alert)).toBe(alert.status);
        expect(server.statuses.get(alert.key)).toBe(alert.status);
      }
    }),
    { numRuns: 150 },
  );
});

it('a thousand changes at a hundred a window take little longer than Azure asks to wait, and none is lost or doubled', async () => {
  const scene = stage({
    alerts: Array.from({ length: 1_000 }, () => ({ status: 'Active' as const, other: false })),
    writes: 100,
    takes: [40],
    faults: [undefined],
  });
  const { alerts, queue, server, time } = scene;
  const begun = time.now();
  const results = await time.until(queue.enqueue(alerts.map((alert) => ({ alert, action: 'dismiss' }))).finished);
  expect(new Set(results.map(({ outcome }) => outcome.kind))).toEqual(new Set(['changed']));
  expect(server.seen.filter(({ done }) => done)).toHaveLength(1_000);
  expect(new Set(server.statuses.values())).toEqual(new Set([statusAfter.dismiss]));
  expect(server.asked).toBeGreaterThan(60_000);
  expect(time.now() - begun).toBeLessThanOrEqual(1.2 * server.asked);
});
