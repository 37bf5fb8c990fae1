import { describe, expect, it } from 'vitest';
import { createSampleGateway } from '../../src/azure/index.ts';
import { alertPlans } from '../../src/domain/planCoverage.ts';
import { noon, subscriptionA } from '../builders/alert.ts';
import { inProcessArm, origin, subscription, uncancelled } from './inProcessArm.ts';

const pricings = `${origin}/subscriptions/${subscriptionA}/providers/Microsoft.Security/pricings?api-version=2024-01-01`;

describe('reading plan coverage', () => {
  it('takes a plan with a price for one that is on', async () => {
    const value = [
      { name: 'VirtualMachines', properties: { pricingTier: 'Standard', subPlan: 'P2' } },
      { name: 'KeyVaults', properties: { pricingTier: 'Free' } },
      { name: 'Dns', properties: { pricingTier: 'free', deprecated: true } },
    ];
    const arm = inProcessArm(() => ({ body: { value } }));
    expect(await arm.gateway.readPlanCoverage(subscription, uncancelled)).toEqual({
      ok: true,
      value: {
        plans: [
          { name: 'VirtualMachines', enabled: true },
          { name: 'KeyVaults', enabled: false },
          { name: 'Dns', enabled: false, deprecated: true },
        ],
      },
    });
    expect(arm.requests).toEqual([`GET ${pricings}`]);
  });

  it.each([
    ['a row that is no object', ['Standard']],
    ['a plan without properties', [{ name: 'Api' }]],
    ['a plan without a name', [{ properties: { pricingTier: 'Free' } }]],
    ['a tier that it does not know', [{ name: 'Api', properties: { pricingTier: 'Basic' } }]],
  ])('refuses %s rather than to count it', async (_, value) => {
    const { gateway } = inProcessArm(() => ({ body: { value } }));
    const failure = { kind: 'unexpected', code: 'BadPlan' };
    expect(await gateway.readPlanCoverage(subscription, uncancelled)).toMatchObject({ ok: false, failure });
  });

  it('finds plans that are off in one subscription of the sample environment', async () => {
    const log = { info: () => undefined, warn: () => undefined };
    const gateway = createSampleGateway({ clock: { now: () => noon }, log });
    const listed = await gateway.listSubscriptions(uncancelled);
    const off = await Promise.all(
      (listed.ok ? listed.value : []).map(async (each) => {
        const read = await gateway.readPlanCoverage(each, uncancelled);
        if (!read.ok) return [each.displayName, read.failure.kind];
        return [each.displayName, alertPlans(read.value).flatMap(({ name, enabled }) => (enabled ? [] : [name]))];
      }),
    );
    expect(Object.fromEntries(off)).toEqual({
      'Nordlicht Production': [],
      'Nordlicht Depot Fleet': ['Api', 'AI'],
      'Nordlicht Payroll': 'forbidden',
      'Harbour Shop': [],
      'Harbour Sandbox': 'notRegistered',
    });
  });
});
