import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import type { AlertStore } from '../../../../src/services/alertStore.ts';
import type { StatusAction } from '../../../../src/domain/statusAction.ts';
import { StatusQueue } from '../../../../src/services/response/status/statusQueue.ts';
import { anAlert, noon, subscriptionA, subscriptionB } from '../../../builders/alert.ts';
import { StatusServer, type StatusServerOptions } from '../../../builders/statusServer.ts';
import { aStoreAfter, aSubscription } from '../../../builders/storeState.ts';
import { VirtualTime } from '../../../builders/virtualTime.ts';

interface Stage {
  readonly alerts: readonly Alert[];
  readonly time: VirtualTime;
  readonly server: StatusServer;
  readonly store: AlertStore;
  readonly queue: StatusQueue;
  readonly shown: (alert: Alert) => string | undefined;
}

function stage(alerts: readonly Alert[], wish: Partial<StatusServerOptions> = {}): Stage {
  const time = new VirtualTime(noon);
  const server = new StatusServer({ time, alerts, ...wish });
  const bySubscription = [subscriptionA, subscriptionB].map((id) => ({
    subscription: aSubscription(id),
    alerts: alerts.filter(({ subscriptionId }) => subscriptionId === id),
  }));
  const store = aStoreAfter(bySubscription);
  const queue = new StatusQueue({ gateway: () => Promise.resolve(server), store, clock: time, wait: time.wait });
  const shown = ({ key }: Alert): string | undefined => store.state.correlation.alerts.get(key)?.status;
  return { alerts, time, server, store, queue, shown };
}

function alertsOf(count: number, wish: Partial<Alert> = {}): readonly Alert[] {
  return Array.from({ length: count }, (_, index) =>
    anAlert({ called: `${wish.subscriptionId ?? ''}${index}`, ...wish }),
  );
}

function all(alerts: readonly Alert[], action: StatusAction) {
  return alerts.map((alert) => ({ alert, action }));
}

const kinds = (results: readonly { readonly outcome: { readonly kind: string } }[]): readonly string[] =>
  results.map(({ outcome }) => outcome.kind);

describe('a change of status', () => {
  it('is shown at once, as not accepted yet', () => {
    const { alerts, queue, shown, store } = stage(alertsOf(1));
    queue.enqueue(all(alerts, 'dismiss'));
    expect(shown(alerts[0]!)).toBe('Dismissed');
    expect([...store.state.changing]).toEqual([alerts[0]!.key]);
  });

  it('stays once Azure has accepted it', async () => {
    const { alerts, queue, shown, store, time } = stage(alertsOf(1));
    expect(kinds(await time.until(queue.enqueue(all(alerts, 'resolve')).finished))).toEqual(['changed']);
    expect(shown(alerts[0]!)).toBe('Resolved');
    expect(store.state.changing.size).toBe(0);
  });

  it('is taken back where Azure refuses it, with the reason', async () => {
    const fault = () => ({ failure: { kind: 'unexpected', code: 'NotFound', status: 404 } }) as const;
    const { alerts, queue, shown, time } = stage(alertsOf(1, { status: 'InProgress' }), { fault });
    const [result] = await time.until(queue.enqueue(all(alerts, 'dismiss')).finished);
    expect(result).toMatchObject({ before: 'InProgress', outcome: { kind: 'failed', failure: { status: 404 } } });
    expect(shown(alerts[0]!)).toBe('InProgress');
  });

  it('whose answer is lost is in doubt, sent once and not shown as done', async () => {
    const { alerts, queue, server, shown, time } = stage(alertsOf(1), { fault: () => 'lostAfter' });
    expect(kinds(await time.until(queue.enqueue(all(alerts, 'dismiss')).finished))).toEqual(['inDoubt']);
    expect(server.seen).toHaveLength(1);
    expect(shown(alerts[0]!)).toBe('Active');
  });

  it('that the alert has already is not sent', async () => {
    const { alerts, queue, server, time } = stage(alertsOf(1, { status: 'Dismissed' }));
    expect(kinds(await time.until(queue.enqueue(all(alerts, 'dismiss')).finished))).toEqual(['unchanged']);
    expect(server.seen).toEqual([]);
  });

  it('fails with a plain cause when there is no way to Azure', async () => {
    const { alerts, store, time } = stage(alertsOf(1));
    const gateway = () => Promise.reject(new TypeError('no bundle'));
    const queue = new StatusQueue({ gateway, store, clock: time, wait: time.wait });
    const [result] = await time.until(queue.enqueue(all(alerts, 'dismiss')).finished);
    expect(result?.outcome).toEqual({ kind: 'failed', failure: { kind: 'unexpected', code: 'TypeError' } });
  });
});

describe('many changes', () => {
  it('are sent four at a time for one subscription', async () => {
    const { alerts, queue, server, time } = stage(alertsOf(40));
    await time.until(queue.enqueue(all(alerts, 'dismiss')).finished);
    const atOnce = server.seen.map(({ from, to }) => server.seen.filter((e) => e.from < to && e.to > from).length);
    expect(Math.max(...atOnce)).toBeLessThanOrEqual(7);
    expect(time.now() - noon).toBe(200);
  });

  it('of a throttled subscription wait together until Azure says, and go on', async () => {
    const { alerts, queue, server, time } = stage(alertsOf(25), { writes: 10, window: 60_000 });
    const results = await time.until(queue.enqueue(all(alerts, 'dismiss')).finished);
    expect(new Set(kinds(results))).toEqual(new Set(['changed']));
    expect(server.seen.filter(({ done }) => done)).toHaveLength(25);
    const refused = server.seen.filter(({ throttledUntil }) => throttledUntil !== undefined);
    for (const { to, throttledUntil = 0 } of refused) {
      expect(server.seen.filter(({ from }) => from > to && from < throttledUntil)).toEqual([]);
    }
  });

  it('of other subscriptions do not wait with a throttled one', async () => {
    const throttled = alertsOf(12, { subscriptionId: subscriptionA });
    const free = alertsOf(5, { subscriptionId: subscriptionB });
    const { queue, server, time } = stage([...throttled, ...free], { writes: 10, window: 60_000 });
    await time.until(queue.enqueue(all([...throttled, ...free], 'dismiss')).finished);
    const last = Math.max(...server.seen.filter((e) => e.subscriptionId === subscriptionB).map(({ to }) => to));
    expect(last - noon).toBeLessThan(1_000);
  });

  it('say until when they wait', async () => {
    const { alerts, queue, time } = stage(alertsOf(12), { writes: 10, window: 60_000 });
    const batch = queue.enqueue(all(alerts, 'dismiss'));
    const waits = new Set<number | undefined>();
    batch.onDidChange(({ waitingUntil }) => waits.add(waitingUntil));
    await time.until(batch.finished);
    expect([...waits]).toEqual([undefined, noon + 60_020]);
  });

  it('that would have to wait for more than an hour fail, with the time', async () => {
    const { alerts, queue, time } = stage(alertsOf(12), { writes: 10, window: 2 * 60 * 60_000 });
    const results = await time.until(queue.enqueue(all(alerts, 'dismiss')).finished);
    expect(results.slice(-2).map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'failed', failure: { kind: 'throttled' } },
      { kind: 'failed', failure: { kind: 'throttled' } },
    ]);
  });

  it('end at the first failure that all of them share, and say which were not tried', async () => {
    const fault = () => ({ failure: { kind: 'notSignedIn' } }) as const;
    const { alerts, queue, server, shown, time } = stage(alertsOf(30), { fault });
    const results = await time.until(queue.enqueue(all(alerts, 'dismiss')).finished);
    expect(server.seen).toHaveLength(4);
    expect(kinds(results).filter((kind) => kind === 'notTried')).toHaveLength(26);
    expect(new Set(alerts.map(shown))).toEqual(new Set(['Active']));
  });

  it('go on after one answer that is lost, and end when the network is gone', async () => {
    const once = stage(alertsOf(30), { fault: (n) => (n === 3 ? 'lostAfter' : undefined) });
    const results = await once.time.until(once.queue.enqueue(all(once.alerts, 'dismiss')).finished);
    expect(kinds(results).filter((kind) => kind === 'changed')).toHaveLength(29);
    const gone = stage(alertsOf(30), { fault: () => 'lostBefore' });
    const outcomes = kinds(await gone.time.until(gone.queue.enqueue(all(gone.alerts, 'dismiss')).finished));
    expect(outcomes.filter((kind) => kind === 'inDoubt').length).toBeLessThanOrEqual(12);
    expect(outcomes).toContain('notTried');
  });

  it('that are forbidden do not keep another action from being tried', async () => {
    const alerts = alertsOf(12);
    const fault = (_: number, { key }: Alert) =>
      alerts.findIndex((each) => each.key === key) < 6 ? ({ failure: { kind: 'forbidden' } } as const) : undefined;
    const { queue, time } = stage(alerts, { fault });
    const changes = [...all(alerts.slice(0, 6), 'dismiss'), ...all(alerts.slice(6), 'resolve')];
    const results = await time.until(queue.enqueue(changes).finished);
    expect(new Set(kinds(results.slice(6)))).toEqual(new Set(['changed']));
    expect(new Set(kinds(results.slice(0, 6)))).toEqual(new Set(['failed', 'notTried']));
  });

  it('of one alert are sent one after the other, and each knows the status before it', async () => {
    const { alerts, queue, server, time } = stage(alertsOf(1));
    const first = queue.enqueue(all(alerts, 'inProgress'));
    const second = queue.enqueue(all(alerts, 'resolve'));
    const third = queue.enqueue(all(alerts, 'resolve'));
    second.cancel();
    await time.until(Promise.all([first.finished, second.finished, third.finished]));
    expect(server.seen.map(({ action }) => action)).toEqual(['inProgress', 'resolve']);
    expect(server.seen[1]!.from).toBeGreaterThanOrEqual(server.seen[0]!.to);
    expect(third.results[0]).toMatchObject({ before: 'InProgress', outcome: { kind: 'changed' } });
  });
});

it('a change behind one that was called off knows the status that the one before that left', async () => {
  const fault = (n: number) =>
    n === 0 ? ({ failure: { kind: 'unexpected', code: 'Busy', status: 409 } } as const) : undefined;
  const { alerts, queue, time } = stage(alertsOf(1), { fault });
  queue.enqueue(all(alerts, 'inProgress'));
  const second = queue.enqueue(all(alerts, 'dismiss'));
  const third = queue.enqueue(all(alerts, 'resolve'));
  second.cancel();
  const [result] = await time.until(third.finished);
  expect(result).toMatchObject({ before: 'Active', outcome: { kind: 'changed' } });
});

describe('cancelling', () => {
  it('sends no more, lets what was sent end, and shows the rest as before', async () => {
    const { alerts, queue, server, shown, time } = stage(alertsOf(30));
    const batch = queue.enqueue(all(alerts, 'dismiss'));
    batch.cancel();
    const results = await time.until(batch.finished);
    expect(server.seen).toHaveLength(4);
    expect(kinds(results).filter((kind) => kind === 'changed')).toHaveLength(4);
    expect(kinds(results).filter((kind) => kind === 'cancelled')).toHaveLength(26);
    expect(alerts.map(shown).filter((status) => status === 'Dismissed')).toHaveLength(4);
  });

  it('does not send again what was throttled meanwhile', async () => {
    const { alerts, queue, server, time } = stage(alertsOf(4), { writes: 0 });
    const batch = queue.enqueue(all(alerts, 'dismiss'));
    batch.cancel();
    expect(new Set(kinds(await time.until(batch.finished)))).toEqual(new Set(['cancelled']));
    expect(server.seen).toHaveLength(4);
  });

  it('does not let others begin before the time that a refusal of it named', async () => {
    const { alerts, queue, server, time } = stage(alertsOf(2), { writes: 0, window: 10_000 });
    const [first, second] = alerts.map((alert) => [{ alert, action: 'dismiss' as const }]);
    const called = queue.enqueue(first!);
    called.cancel();
    await time.until(called.finished);
    const { throttledUntil = 0 } = server.seen[0]!;
    queue.enqueue(second!);
    await time.until(time.wait(1_000));
    expect(server.seen).toHaveLength(1);
    await time.until(time.wait(10_000));
    expect(server.seen[1]?.from).toBeGreaterThanOrEqual(throttledUntil);
  });

  it('everything leaves nothing to be sent, whoever asked for it', async () => {
    const { alerts, queue, server, time } = stage(alertsOf(30));
    const batches = [
      queue.enqueue(all(alerts.slice(0, 15), 'dismiss')),
      queue.enqueue(all(alerts.slice(15), 'dismiss')),
    ];
    queue.cancelAll();
    await time.until(Promise.all(batches.map(({ finished }) => finished)));
    expect(server.seen).toHaveLength(4);
  });
});

describe('undoing a batch', () => {
  const mixed = (): readonly Alert[] =>
    (['Active', 'InProgress', 'Resolved'] as const).map((status, index) => anAlert({ called: String(index), status }));

  it('gives each alert its earlier status back', async () => {
    const { alerts, queue, server, shown, time } = stage(mixed());
    const batch = queue.enqueue(all(alerts, 'dismiss'));
    await time.until(batch.finished);
    const { batch: back, ...rest } = await time.until(batch.undo());
    expect(rest).toEqual({ overtaken: 0, noWayBack: 0 });
    await time.until(back!.finished);
    expect([...server.statuses.values()]).toEqual(['Active', 'InProgress', 'Resolved']);
    expect(alerts.map(shown)).toEqual(['Active', 'InProgress', 'Resolved']);
  });

  it('that is being throttled calls off the rest and takes back what was done', async () => {
    const { alerts, queue, server, time } = stage(alertsOf(30), { writes: 10, window: 60_000 });
    const batch = queue.enqueue(all(alerts, 'dismiss'));
    await time.until(time.wait(1_000));
    const { batch: back } = await time.until(batch.undo());
    expect(back?.items).toHaveLength(10);
    await time.until(back!.finished);
    expect(new Set(server.statuses.values())).toEqual(new Set(['Active']));
    expect(kinds(batch.results).filter((kind) => kind === 'cancelled')).toHaveLength(20);
  });

  it('takes back what is in doubt as well', async () => {
    const fault = (n: number) => (n === 0 ? 'lostAfter' : undefined);
    const { alerts, queue, server, time } = stage(alertsOf(1), { fault });
    const batch = queue.enqueue(all(alerts, 'dismiss'));
    await time.until(batch.finished);
    const { batch: back } = await time.until(batch.undo());
    await time.until(back!.finished);
    expect([...server.statuses.values()]).toEqual(['Active']);
  });

  it('leaves alone what was changed again meanwhile, and what no action leads back to', async () => {
    const alerts = [anAlert({ called: 'again' }), anAlert({ called: 'unknown', status: 'Unknown' })];
    const { queue, server, time } = stage(alerts);
    const batch = queue.enqueue(all(alerts, 'dismiss'));
    await time.until(batch.finished);
    await time.until(queue.enqueue(all(alerts.slice(0, 1), 'resolve')).finished);
    expect(await time.until(batch.undo())).toEqual({ overtaken: 1, noWayBack: 1 });
    expect([...server.statuses.values()]).toEqual(['Resolved', 'Dismissed']);
  });

  it('is done once, however often it is asked for', async () => {
    const { alerts, queue, server, time } = stage(alertsOf(1));
    const batch = queue.enqueue(all(alerts, 'dismiss'));
    await time.until(batch.finished);
    const [one, other] = await time.until(Promise.all([batch.undo(), batch.undo()]));
    await time.until(one.batch!.finished);
    expect(other).toBe(one);
    expect(server.seen).toHaveLength(2);
  });
});
