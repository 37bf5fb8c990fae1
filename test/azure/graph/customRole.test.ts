import { expect, it } from 'vitest';
import { production, sampleDirectory } from '../../../src/sample/directory.ts';
import { createSampleEnvironment, sampleToken } from '../../../src/sample/index.ts';
import type { AlertListing } from '../../../src/services/ports.ts';
import type { AzureResult } from '../../../src/domain/azureFailure.ts';
import { noon } from '../../builders/alert.ts';
import { inProcessArm, origin, uncancelled } from '../inProcessArm.ts';

/** The sample environment, where a custom role of the caller may read plans in production, and no alerts. */
function armWithCustomRole() {
  const subscriptions = sampleDirectory.subscriptions.map((each) =>
    each.subscriptionId === production.subscriptionId ? { ...each, plansOnly: true } : each,
  );
  const directory = { ...sampleDirectory, subscriptions };
  const environment = createSampleEnvironment({ now: noon, endpoint: origin, directory });
  const credential = (tenantId: string | undefined) => ({
    getToken: () =>
      Promise.resolve({ token: sampleToken(tenantId ?? ''), expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
  });
  return inProcessArm(
    async ({ method, url, headers, body }) => {
      const text = typeof body === 'string' ? { body } : {};
      const answer = await environment.handle({ method, url, headers: headers.toJSON(), ...text });
      return { ...answer, headers: answer.headers };
    },
    { source: 'graph', credential },
  );
}

it('a role that may read the plans of a subscription and not its alerts is no access, and not "no alerts"', async () => {
  const { gateway, requests } = armWithCustomRole();
  const { subscriptionId, displayName } = production;
  const { tenantId } = production.tenant;
  const subscription = { subscriptionId, tenantId, displayName, state: 'Enabled' };
  const settled: AzureResult<AlertListing>[] = [];
  const sink = {
    arriving: () => undefined,
    settled: (_: string, result: AzureResult<AlertListing>) => void settled.push(result),
  };
  await gateway.readAlerts([subscription], sink, uncancelled);
  expect(settled).toMatchObject([{ ok: false, failure: { kind: 'forbidden' } }]);
  expect(requests.map((request) => request.split('?')[0])).toEqual([
    `POST ${origin}/providers/Microsoft.ResourceGraph/resources`,
    `GET ${origin}/subscriptions/${subscriptionId}/providers/Microsoft.Security/alerts`,
  ]);
});
