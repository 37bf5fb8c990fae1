import { describe, expect, it } from 'vitest';
import { noon, subscriptionA } from '../builders/alert.ts';
import { createSampleGateway } from '../../src/azure/index.ts';
import { isSampleAlert, sampleBundles } from '../../src/domain/suppression/sampleBundle.ts';
import { silentLog } from '../builders/correlator.ts';
import { inProcessArm, origin, subscription, uncancelled } from './inProcessArm.ts';

const locations = `${origin}/subscriptions/${subscriptionA}/providers/Microsoft.Security/locations`;

describe('sample alerts', () => {
  it.each([202, 204])(
    'are asked for once, where the subscription’s data is; the service accepts with %i',
    async (status) => {
      const arm = inProcessArm(({ method }) =>
        method === 'GET' ? { body: { value: [{ name: 'westeurope' }] } } : { status },
      );
      expect(await arm.gateway.simulateAlerts(subscription, ['DNS'], uncancelled)).toEqual({
        ok: true,
        value: undefined,
      });
      expect(arm.requests).toEqual([
        `GET ${locations}?api-version=2015-06-01-preview`,
        `POST ${locations}/westeurope/alerts/default/simulate?api-version=2022-01-01`,
      ]);
    },
  );

  it.each([200, 302])('are not taken for accepted when something answers with %i', async (status) => {
    const arm = inProcessArm(({ method }) =>
      method === 'GET' ? { body: { value: [{ name: 'x' }] } } : { status, body: {} },
    );
    expect((await arm.gateway.simulateAlerts(subscription, ['DNS'], uncancelled)).ok).toBe(false);
  });

  it('are not asked for where the place is not known', async () => {
    const arm = inProcessArm(() => ({ body: { value: [] } }));
    const failure = { kind: 'unexpected', code: 'NoLocation' };
    expect(await arm.gateway.simulateAlerts(subscription, ['DNS'], uncancelled)).toEqual({ ok: false, failure });
  });

  it('of every bundle come in the sample environment', async () => {
    const gateway = createSampleGateway({ clock: { now: () => noon }, log: silentLog });
    const listed = await gateway.listSubscriptions(uncancelled);
    const [first] = listed.ok ? listed.value : [];
    expect(await gateway.simulateAlerts(first!, sampleBundles, uncancelled)).toEqual({ ok: true, value: undefined });
    const read = await gateway.listAlerts(first!, uncancelled);
    const samples = read.ok ? read.value.alerts.filter(isSampleAlert) : [];
    expect(samples.length).toBeGreaterThan(sampleBundles.length);
  });
});
