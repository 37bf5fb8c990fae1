import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { GatewayOptions } from '../../src/azure/index.ts';
import { noon, subscriptionA, subscriptionB } from '../builders/alert.ts';
import type { Handler } from './inProcessArm.ts';
import { inProcessArm, networkError, origin, tenantA, tenantB, uncancelled } from './inProcessArm.ts';

/** Tokens that name their tenant, so that the handler can answer as ARM does. */
const credential: GatewayOptions['credential'] = (tenantId) => ({
  getToken: () => Promise.resolve({ token: tenantId ?? 'home', expiresOnTimestamp: noon + 3_600_000 }),
});

const row = (subscriptionId: string, displayName: string) => ({
  id: `/subscriptions/${subscriptionId}`,
  subscriptionId,
  tenantId: 'the home tenant of the subscription',
  displayName,
  state: 'Enabled',
});

function byTenant(answers: Record<string, Handler>): Handler {
  return (request) => {
    const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    return answers[token]?.(request) ?? { status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } };
  };
}

const tenants: Handler = () => ({ body: { value: [{ tenantId: tenantA.toUpperCase() }, { tenantId: tenantB }] } });
const shop: Handler = () => ({ body: { value: [row(subscriptionA.toUpperCase(), 'Shop')] } });
const farm: Handler = () => ({ body: { value: [row(subscriptionB, 'Farm'), row(subscriptionA, 'Shop again')] } });

describe('listing subscriptions', () => {
  it('asks each tenant with a token of its own, and lists a subscription once', async () => {
    const arm = inProcessArm(byTenant({ home: tenants, [tenantA]: shop, [tenantB]: farm }), { credential });
    expect(await arm.gateway.listSubscriptions(uncancelled)).toEqual({
      ok: true,
      value: [
        { subscriptionId: subscriptionA, tenantId: tenantA, displayName: 'Shop', state: 'Enabled' },
        { subscriptionId: subscriptionB, tenantId: tenantB, displayName: 'Farm', state: 'Enabled' },
      ],
    });
    expect(arm.requests[0]).toBe(`GET ${origin}/tenants?api-version=2022-12-01`);
    expect(arm.requests.slice(1)).toEqual(Array(2).fill(`GET ${origin}/subscriptions?api-version=2022-12-01`));
  });

  it('asks only the tenants that were chosen', async () => {
    const arm = inProcessArm(byTenant({ [tenantB]: farm }), { credential, tenants: [tenantB] });
    expect(await arm.gateway.listSubscriptions(uncancelled)).toMatchObject({ ok: true, value: { length: 2 } });
    expect(arm.requests.length).toBe(1);
  });

  it('asks no further tenants once the network is down', async () => {
    const all = Array.from({ length: 200 }, (_, n) => `${String(n).padStart(8, '0')}-aaaa-4aaa-8aaa-aaaaaaaaaaaa`);
    const answering: Handler = (request) => {
      if (request.headers.get('authorization') === `Bearer ${all[0] ?? ''}`) return shop(request);
      throw networkError('ENETUNREACH');
    };
    const arm = inProcessArm(answering, { credential, tenants: all });
    vi.useFakeTimers({ now: noon });
    onTestFinished(() => void vi.useRealTimers());
    const listing = arm.gateway.listSubscriptions(uncancelled);
    await vi.advanceTimersByTimeAsync(20_000);
    const listed = await listing;
    expect(listed).toMatchObject({ ok: true, value: { length: 1 } });
    expect(listed.failedTenants?.map(({ failure }) => failure.kind)).toEqual(Array(199).fill('offline'));
    expect(new Set(arm.authorizations).size).toBeLessThan(40);
  });

  it('lists eleven thousand subscriptions of thirty tenants, sixteen tenants at a time', async () => {
    const tenantOf = (n: number) => `${String(n).padStart(8, '0')}-aaaa-4aaa-8aaa-aaaaaaaaaaaa`;
    const all = Array.from({ length: 30 }, (_, n) => tenantOf(n));
    const perPage = 200;
    const ofTenant = (tenant: number) =>
      Array.from({ length: tenant < 20 ? 367 : 366 }, (_, n) => {
        const id = `${String(n).padStart(8, '0')}-${String(tenant).padStart(4, '0')}-4111-8111-111111111111`;
        return row(id, `Subscription ${String(n)}`);
      });
    const open = { now: 0, most: 0 };
    const handler: Handler = async ({ url, headers }) => {
      open.now += 1;
      open.most = Math.max(open.most, open.now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      open.now -= 1;
      if (url.includes('/tenants')) return { body: { value: all.map((tenantId) => ({ tenantId })) } };
      const from = Number(/from=(\d+)/.exec(url)?.[1] ?? 0);
      const rows = ofTenant(Number(/Bearer (\d+)/.exec(headers.get('authorization') ?? '')?.[1]));
      const more =
        from + perPage < rows.length ? { nextLink: `${origin}/subscriptions?from=${String(from + perPage)}` } : {};
      return { body: { value: rows.slice(from, from + perPage), ...more } };
    };
    const arm = inProcessArm(handler, { credential });
    const listed = await arm.gateway.listSubscriptions(uncancelled);
    expect(listed).toMatchObject({ ok: true, value: { length: 11_000 } });
    expect(arm.requests).toHaveLength(1 + 30 * 2);
    expect(open.most).toBe(16);
  });

  it('calls tenants by their names, also one that did not answer', async () => {
    const named: Handler = () => ({
      body: {
        value: [
          { tenantId: tenantA, displayName: 'Contoso' },
          { tenantId: tenantB, displayName: 'Fabrikam' },
        ],
      },
    });
    const arm = inProcessArm(byTenant({ home: named, [tenantA]: shop }), { credential });
    expect(await arm.gateway.listSubscriptions(uncancelled)).toMatchObject({
      value: [{ tenantId: tenantA, tenantName: 'Contoso' }],
      failedTenants: [{ tenantId: tenantB, tenantName: 'Fabrikam' }],
    });
  });

  it('follows pages', async () => {
    const paged: Handler = ({ url }) => ({
      body: url.includes('page2')
        ? { value: [row(subscriptionB, 'Farm')], count: { type: 'Total', value: 2 } }
        : { value: [row(subscriptionA, 'Shop')], nextLink: `${origin}/page2` },
    });
    const arm = inProcessArm(byTenant({ [tenantA]: paged }), { credential, tenants: [tenantA] });
    expect(await arm.gateway.listSubscriptions(uncancelled)).toMatchObject({ ok: true, value: { length: 2 } });
  });

  it('one tenant that fails does not hide the others, and is named', async () => {
    const arm = inProcessArm(byTenant({ home: tenants, [tenantB]: farm }), { credential });
    expect(await arm.gateway.listSubscriptions(uncancelled)).toMatchObject({
      ok: true,
      value: [{ displayName: 'Farm' }, { displayName: 'Shop again' }],
      failedTenants: [{ tenantId: tenantA, failure: { kind: 'notSignedIn' } }],
    });
  });

  it('fails when every tenant fails', async () => {
    const arm = inProcessArm(byTenant({ home: tenants }), { credential });
    expect(await arm.gateway.listSubscriptions(uncancelled)).toEqual({
      ok: false,
      failure: { kind: 'notSignedIn', detail: 'InvalidAuthenticationToken' },
    });
  });

  it('fails when the tenants cannot be listed, or are not a list', async () => {
    const offline = inProcessArm(() => Promise.reject(networkError('EAI_AGAIN')), { credential });
    expect(await offline.gateway.listSubscriptions(uncancelled)).toMatchObject({ failure: { kind: 'offline' } });
    const portal = inProcessArm(() => ({ body: '<html>', headers: { 'content-type': 'text/html' } }), { credential });
    expect(await portal.gateway.listSubscriptions(uncancelled)).toMatchObject({ failure: { kind: 'notAzure' } });
  });

  it('counts rows that name no subscription: the list is not complete', async () => {
    const odd: Handler = () => ({
      body: { value: [null, { subscriptionId: '../x' }, { subscriptionId: subscriptionA }] },
    });
    const arm = inProcessArm(byTenant({ [tenantA]: odd }), { credential, tenants: [tenantA] });
    expect(await arm.gateway.listSubscriptions(uncancelled)).toEqual({
      ok: true,
      value: [{ subscriptionId: subscriptionA, tenantId: tenantA, displayName: subscriptionA, state: 'Unknown' }],
      unreadableRows: [{ tenantId: tenantA, rows: 2 }],
    });
    expect(arm.logged.join()).toContain('"rows":2');
  });

  it('counts rows that name no tenant, and says whose list of subscriptions is not complete by name', async () => {
    const oddTenants: Handler = () => ({
      body: { value: [{ tenantId: tenantA, displayName: 'Contoso' }, { tenantId: 'none' }] },
    });
    const odd: Handler = () => ({ body: { value: [row(subscriptionA, 'Shop'), null] } });
    const arm = inProcessArm(byTenant({ home: oddTenants, [tenantA]: odd }), { credential });
    expect(await arm.gateway.listSubscriptions(uncancelled)).toMatchObject({
      ok: true,
      value: [{ displayName: 'Shop' }],
      unreadableRows: [{ rows: 1 }, { tenantId: tenantA, tenantName: 'Contoso', rows: 1 }],
    });
  });

  it('takes a list of rows that all name nothing for no list, and never for an empty one', async () => {
    const odd: Handler = () => ({ body: { value: [{ tenantId: '-x' }, { subscriptionId: '../x' }] } });
    for (const chosen of [{}, { tenants: [tenantA] }]) {
      const arm = inProcessArm(byTenant({ home: odd, [tenantA]: odd }), { credential, ...chosen });
      expect(await arm.gateway.listSubscriptions(uncancelled)).toEqual({
        ok: false,
        failure: { kind: 'unexpected', code: 'BadEnvelope' },
      });
    }
  });

  it('is cancelled as a whole', async () => {
    const controller = new AbortController();
    const hanging: Handler = () => {
      // By then the other tenant has answered: what it said must not pass for the whole.
      setTimeout(() => controller.abort(), 50);
      return new Promise(() => {});
    };
    const arm = inProcessArm(byTenant({ home: tenants, [tenantA]: hanging, [tenantB]: farm }), { credential });
    expect(await arm.gateway.listSubscriptions(controller.signal)).toEqual({
      ok: false,
      failure: { kind: 'cancelled' },
    });
  });
});
