import { describe, expect, it } from 'vitest';
import { createSampleGateway } from '../../src/azure/index.ts';
import { alertRights, canChangeStatus } from '../../src/domain/alertRights.ts';
import { noon, subscriptionA } from '../builders/alert.ts';
import { inProcessArm, origin, subscription, uncancelled } from './inProcessArm.ts';

const first = `${origin}/subscriptions/${subscriptionA}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`;

describe('reading permissions', () => {
  it('reads every entry of every page', async () => {
    const entry = { actions: ['*'], notActions: ['Microsoft.Authorization/*/Write'], dataActions: ['a'] };
    const arm = inProcessArm(({ url }) =>
      url.endsWith('page2')
        ? { body: { value: [{ actions: ['Microsoft.Security/*'] }] } }
        : { body: { value: [entry], nextLink: `${origin}/page2` } },
    );
    expect(await arm.gateway.readPermissions(subscription, uncancelled)).toEqual({
      ok: true,
      value: [
        { actions: ['*'], notActions: ['Microsoft.Authorization/*/Write'] },
        { actions: ['Microsoft.Security/*'], notActions: [] },
      ],
    });
    expect(arm.requests).toEqual([`GET ${first}`, `GET ${origin}/page2`]);
  });

  it.each([
    ['an entry that is no object', ['*']],
    ['actions that are no list', [{ actions: '*' }]],
    ['an exception that is no text', [{ actions: ['*'], notActions: [{}] }]],
  ])('refuses %s rather than to guess what is allowed', async (_, value) => {
    const { gateway } = inProcessArm(() => ({ body: { value } }));
    const failure = { kind: 'unexpected', code: 'BadPermission' };
    expect(await gateway.readPermissions(subscription, uncancelled)).toMatchObject({ ok: false, failure });
  });

  it('finds one subscription of the sample environment that may be read only', async () => {
    const log = { info: () => undefined, warn: () => undefined };
    const gateway = createSampleGateway({ clock: { now: () => noon }, log });
    const listed = await gateway.listSubscriptions(uncancelled);
    const rights = await Promise.all(
      (listed.ok ? listed.value : []).map(async (each) => {
        const read = await gateway.readPermissions(each, uncancelled);
        return [each.displayName, read.ok && canChangeStatus(alertRights(read.value))];
      }),
    );
    expect(Object.fromEntries(rights)).toEqual({
      'Nordlicht Production': true,
      'Nordlicht Depot Fleet': true,
      'Nordlicht Payroll': false,
      'Harbour Shop': false,
      'Harbour Sandbox': true,
    });
  });
});
