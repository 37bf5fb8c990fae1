import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noon } from '../../builders/alert.ts';
import type { TwoSources } from './twoSources.ts';
import { alertsOf, aSubscription, outcomes, readAll, twoSources } from './twoSources.ts';
import { settle } from '../settle.ts';

const alerts = new Map([[0, alertsOf(0, 3)]]);

const throttled = {
  status: 429,
  headers: { 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:00:04' },
  body: { error: { code: 'RateLimiting', details: [{ code: 'RateLimiting' }] } },
};

describe('a query that Resource Graph refuses for its quota', () => {
  beforeEach(() => void vi.useFakeTimers({ now: noon }));
  afterEach(() => void vi.useRealTimers());

  it('is sent again when the quota is whole, as the answer says', async () => {
    let asked = 0;
    const graph = () => ((asked += 1) === 1 ? throttled : undefined);
    const arm = twoSources({ alerts, graph }, { clock: { now: () => Date.now() } });
    const { value, waited } = await settle(readAll(arm, [aSubscription(0)]));
    expect(outcomes(value)).toEqual({ 0: 'graph 3' });
    expect(waited).toBeGreaterThanOrEqual(4_000);
    expect(waited).toBeLessThan(4_500);
  });

  it('for good is a failure that says when to try again; the alerts API is not asked instead', async () => {
    const arm = twoSources({ alerts, graph: () => throttled }, { clock: { now: () => Date.now() } });
    const { value } = await settle(readAll(arm, [aSubscription(0)]));
    expect(outcomes(value)).toEqual({ 0: 'throttled' });
    expect(arm.requests).toHaveLength(3);
  });

  it('is not sent at all while the quota is known to be used up', async () => {
    const sent: number[] = [];
    let left = 5;
    const graph: TwoSources['graph'] = (_, right) => {
      sent.push(Date.now() - noon);
      left = left === 0 ? 4 : left - 1;
      const headers = { 'x-ms-user-quota-remaining': String(left), 'x-ms-user-quota-resets-after': '00:00:05' };
      return { headers, body: right };
    };
    const arm = twoSources({ alerts: new Map(), graph }, { clock: { now: () => Date.now() } });
    const many = Array.from({ length: 8_000 }, (_, n) => aSubscription(n));
    const { value } = await settle(readAll(arm, many));
    expect(value.size).toBe(8_000);
    expect(sent.map((at) => Math.floor(at / 1_000))).toEqual([0, 0, 0, 0, 0, 5, 5, 5]);
  });
});
