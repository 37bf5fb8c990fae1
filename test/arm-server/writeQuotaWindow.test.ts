import { expect, it } from 'vitest';
import { WriteQuotaWindow } from './writeQuotaWindow.ts';

const alert = '/subscriptions/S1/resourceGroups/g/providers/Microsoft.Security/locations/l/alerts/a';
const post = (action: string, path = alert) => ({
  method: 'POST',
  url: `https://arm${path}/${action}?v=1`,
  headers: {},
});

it('refuses a write too many, says for how long, and grants as many again after that', () => {
  let now = 0;
  const quota = new WriteQuotaWindow({ writes: 2, seconds: 10 }, () => now);
  expect([quota.refuse(post('dismiss')), quota.refuse(post('resolve'))]).toEqual([undefined, undefined]);
  now = 3_500;
  expect(quota.refuse(post('dismiss'))).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
  quota.refuse(post('dismiss'));
  expect(quota.asked).toBe(7_000);
  now = 10_000;
  expect(quota.refuse(post('dismiss'))).toBeUndefined();
});

it('counts each subscription by itself, and nothing but changes of status', () => {
  const quota = new WriteQuotaWindow({ writes: 0, seconds: 10 }, () => 0);
  expect(quota.refuse({ ...post('dismiss'), method: 'GET' })).toBeUndefined();
  expect(quota.refuse(post('simulate', alert.replace('/alerts/a', '/alerts/default')))).toBeUndefined();
  const one = new WriteQuotaWindow({ writes: 1, seconds: 10 }, () => 0);
  expect([one.refuse(post('dismiss')), one.refuse(post('dismiss', alert.replace('S1', 'S2')))]).toEqual([
    undefined,
    undefined,
  ]);
});
