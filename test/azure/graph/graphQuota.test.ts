import { createHttpHeaders } from '@azure/core-rest-pipeline';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GraphQuota, readQuotaReset } from '../../../src/azure/graph/graphQuota.ts';

const answer = (remaining: number | string, reset = '00:00:05') =>
  createHttpHeaders({ 'x-ms-user-quota-remaining': String(remaining), 'x-ms-user-quota-resets-after': reset });

/** Lets queries through and writes down when each was. */
function aQuota() {
  const quota = new GraphQuota({ now: () => Date.now() });
  const began = Date.now();
  const sent: number[] = [];
  const send = (count: number): void => {
    for (let n = 0; n < count; n += 1) void quota.take(undefined).then(() => sent.push(Date.now() - began));
  };
  return { quota, send, sent };
}

describe('the quota of Resource Graph', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

  it('lets everything through until an answer tells of a quota', async () => {
    const { send, sent } = aQuota();
    send(100);
    await pass(0);
    expect(sent).toHaveLength(100);
  });

  it('waits for the next window instead of running dry', async () => {
    const { quota, send, sent } = aQuota();
    send(1);
    await pass(0);
    quota.learn(answer(2));
    send(5);
    await pass(4_999);
    expect(sent).toEqual([0, 0, 0]);
    await pass(1);
    expect(sent).toEqual([0, 0, 0, 5_000, 5_000, 5_000]);
  });

  it('takes the earliest end that answers of one window name, since they name whole seconds', async () => {
    const { quota, send, sent } = aQuota();
    send(2);
    await pass(0);
    quota.learn(answer(1));
    await pass(900);
    quota.learn(answer(0));
    send(1);
    await pass(4_100);
    expect(sent).toEqual([0, 0, 5_000]);
  });

  it('waits no longer than the longest window when the clock is set back meanwhile', async () => {
    const { quota, send, sent } = aQuota();
    send(1);
    await pass(0);
    quota.learn(answer(0));
    vi.setSystemTime(Date.now() - 2 * 3_600_000);
    send(1);
    await pass(60_000);
    expect(sent).toHaveLength(2);
  });

  it('counts on queries that are on their way', async () => {
    const { quota, send, sent } = aQuota();
    send(4);
    await pass(0);
    quota.learn(answer(4));
    send(3);
    await pass(100);
    expect(sent).toHaveLength(5);
  });

  it('goes on at once when an answer says that there is more than was reckoned', async () => {
    const { quota, send, sent } = aQuota();
    send(2);
    await pass(0);
    quota.learn(answer(1));
    send(1);
    await pass(100);
    expect(sent).toHaveLength(2);
    quota.learn(answer(1));
    await pass(0);
    expect(sent).toEqual([0, 0, 100]);
  });

  it('counts a query that brought no answer as spent, not as on its way', async () => {
    const { quota, send, sent } = aQuota();
    send(2);
    await pass(0);
    quota.release();
    quota.learn(answer(1));
    send(1);
    await pass(0);
    expect(sent).toHaveLength(3);
  });

  it('grants one query when all of a window are still on their way', async () => {
    const { quota, send, sent } = aQuota();
    send(40);
    await pass(0);
    quota.learn(answer(0));
    send(2);
    await pass(5_000);
    expect(sent).toHaveLength(41);
  });

  it('ends a wait that is called off', async () => {
    const { quota, send } = aQuota();
    send(1);
    await pass(0);
    quota.learn(answer(0));
    const controller = new AbortController();
    const waiting = quota.take(controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
  });

  it.each([
    ['00:00:05', 5_000],
    ['00:01:00', 60_000],
    ['00:00:00', 0],
    ['00:00:04.9870000', 4_000],
    ['27:00:00', 60_000],
    ['soon', undefined],
    ['', undefined],
    ['-00:00:05', undefined],
  ])('reads %j as a wait of %s ms', (text, wait) => {
    expect(readQuotaReset(answer(1, text))).toBe(wait);
  });
});
