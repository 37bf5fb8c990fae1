import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import { noon, subscriptionA } from '../builders/alert.ts';
import { aSuppressionRule } from '../builders/suppressionRule.ts';
import { inProcessArm, origin, subscription, uncancelled } from './inProcessArm.ts';

const rules = `${origin}/subscriptions/${subscriptionA}/providers/Microsoft.Security/alertsSuppressionRules`;
const version = '?api-version=2019-01-01-preview';
const missing = {
  HttpStatusCode: 404,
  ErrorCode: 'Not Found',
  Message: "The following auto dismiss rule: 'x' for subscription … was not found",
};
const row = (name: string, more: Readonly<Record<string, Json>> = {}): Json => ({
  name,
  properties: { alertType: 'T', reason: 'Other', state: 'Enabled', ...more },
});

describe('suppression rules', () => {
  it('are listed from all pages, and rows that are none are counted', async () => {
    const arm = inProcessArm(({ url }) => {
      if (url.includes('page=2')) return { body: { value: [row('b', { expirationDateUTC: '2026-06-01T00:00:00Z' })] } };
      return { body: { value: [row('a'), null, {}], nextLink: `${rules}${version}&page=2` } };
    });
    const listed = await arm.gateway.listSuppressionRules(subscription, uncancelled);
    expect(listed).toMatchObject({
      ok: true,
      value: { rules: [{ name: 'a' }, { name: 'b', expires: Date.UTC(2026, 5, 1) }], unreadableRows: 2 },
    });
    expect(arm.requests[0]).toBe(`GET ${rules}${version}`);
  });

  it('that cannot be listed are a failure and never none', async () => {
    for (const body of [{}, [], 'no', { value: null }]) {
      const { gateway } = inProcessArm(() => ({ body }));
      expect((await gateway.listSuppressionRules(subscription, uncancelled)).ok).toBe(false);
    }
  });

  it('that are not there are told from a subscription that is not', async () => {
    const none = inProcessArm(() => ({ status: 404, body: missing }));
    expect(await none.gateway.getSuppressionRule(subscription, 'x', uncancelled)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await none.gateway.deleteSuppressionRule(subscription, 'x', uncancelled)).toEqual({
      ok: true,
      value: undefined,
    });
    const gone = inProcessArm(() => ({ status: 404, body: { error: { code: 'SubscriptionNotFound', message: '' } } }));
    expect((await gone.gateway.getSuppressionRule(subscription, 'x', uncancelled)).ok).toBe(false);
    expect((await gone.gateway.deleteSuppressionRule(subscription, 'x', uncancelled)).ok).toBe(false);
    const unknown = inProcessArm(() => ({
      status: 404,
      body: { error: { code: 'InvalidResourceType', message: '' } },
    }));
    expect((await unknown.gateway.getSuppressionRule(subscription, 'x', uncancelled)).ok).toBe(false);
    const broken = inProcessArm(() => ({ status: 400, body: missing }));
    expect((await broken.gateway.getSuppressionRule(subscription, 'x', uncancelled)).ok).toBe(false);
    const other = inProcessArm(() => ({ status: 404, body: '<html>' }));
    expect((await other.gateway.getSuppressionRule(subscription, 'x', uncancelled)).ok).toBe(false);
  });

  it('are written whole, once, under their name, and given as the service took them', async () => {
    const arm = inProcessArm(() => ({
      body: row('dismiss-test', { expirationDateUTC: '2026-03-02T10:00:00.0000000Z' }),
    }));
    const put = await arm.gateway.putSuppressionRule(subscription, aSuppressionRule(), uncancelled);
    expect(put).toMatchObject({ ok: true, value: { name: 'dismiss-test', expires: noon } });
    expect(arm.requests).toEqual([`PUT ${rules}/dismiss-test${version}`]);
  });

  it('whose change failed are not sent again', async () => {
    const arm = inProcessArm(() => ({ status: 500, body: {} }));
    expect((await arm.gateway.putSuppressionRule(subscription, aSuppressionRule(), uncancelled)).ok).toBe(false);
    expect((await arm.gateway.deleteSuppressionRule(subscription, 'x', uncancelled)).ok).toBe(false);
    expect(arm.requests.length).toBe(2);
  });

  it('can have no name that leads elsewhere', async () => {
    const arm = inProcessArm(() => ({ status: 404, body: missing }));
    await arm.gateway.deleteSuppressionRule(subscription, '../pricings/VM?x=', uncancelled);
    expect(arm.requests).toEqual([`DELETE ${rules}/..%2Fpricings%2FVM%3Fx%3D${version}`]);
  });
});
