import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSampleAlert } from '../../../src/domain/suppression/sampleBundle.ts';
import { suppressionRights } from '../../../src/domain/suppression/suppressionRights.ts';
import { raiseSamples } from '../../../src/services/response/suppression/raiseSamples.ts';
import { gatewayTo, serveBusySubscription, subscription } from '../../arm-server/busySubscription.ts';
import type { ArmServer } from '../../arm-server/startArmServer.ts';
import { aSuppressionRule } from '../../builders/suppressionRule.ts';

const never = new AbortController().signal;

let server: ArmServer;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ server, close } = await serveBusySubscription(20));
});
afterAll(async () => {
  await close();
});

const gateway = () => gatewayTo(server);

const sent = (method: string) => server.requests.filter((request) => request.method === method).length;

describe('over HTTPS', () => {
  it('a rule is created, found, changed, switched off and deleted, each change sent once', async () => {
    const azure = gateway();
    const rule = aSuppressionRule({ comment: 'ours \u202E', expires: Date.UTC(2030, 0, 1) });
    expect(await azure.getSuppressionRule(subscription, rule.name, never)).toEqual({ ok: true, value: undefined });
    const { modified: _, ...created } = valueOf(await azure.putSuppressionRule(subscription, rule, never))!;
    expect(created).toEqual(rule);
    const off = { ...rule, state: 'Disabled' as const, conditions: [] };
    await azure.putSuppressionRule(subscription, off, never);
    const listed = valueOf(await azure.listSuppressionRules(subscription, never))!;
    expect(listed.rules).toEqual([{ ...off, modified: expect.any(Number) as number }]);
    expect(sent('PUT')).toBe(2);
    expect((await azure.deleteSuppressionRule(subscription, rule.name, never)).ok).toBe(true);
    expect((await azure.deleteSuppressionRule(subscription, rule.name, never)).ok).toBe(true);
    expect(valueOf(await azure.listSuppressionRules(subscription, never))?.rules).toEqual([]);
    expect(sent('DELETE')).toBe(2);
  });

  it('rights to suppress are read before anything is asked for', async () => {
    const permissions = valueOf(await gateway().readPermissions(subscription, never))!;
    expect(suppressionRights(permissions)).toEqual({ write: true, delete: true, simulate: true });
  });

  it('sample alerts are accepted with 202, asked for once, and waited for until they are in the list', async () => {
    const azure = gateway();
    const outcome = await raiseSamples({
      gateway: azure,
      subscription,
      bundles: ['VirtualMachines', 'KeyVaults'],
      cancellation: never,
      wait: () => Promise.resolve(),
      onProgress: () => undefined,
    });
    const listing = valueOf(await azure.listAlerts(subscription, never));
    const samples = listing?.alerts.filter(isSampleAlert) ?? [];
    expect(outcome).toEqual({ kind: 'arrived', alerts: samples.length });
    expect(samples.length).toBeGreaterThan(2);
    expect(server.requests.filter(({ url }) => url.includes('/simulate')).length).toBe(1);
  });
});

function valueOf<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T | undefined {
  if (!result.ok) throw new Error('Azure did not answer as it should');
  return result.value;
}
