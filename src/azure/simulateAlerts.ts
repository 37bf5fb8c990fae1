import type { Json } from '../domain/json.ts';
import { isJsonObject, ownString } from '../domain/json.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { SampleBundle } from '../domain/suppression/sampleBundle.ts';
import type { Cancellation } from '../services/ports.ts';
import type { Arm } from './arm.ts';
import { armSend } from './armSend.ts';
import { unexpected } from './failureError.ts';
import { alertsApiVersion } from './pipeline/alertsApiVersion.ts';
import { readRows } from './readRows.ts';

const locationsApiVersion = '2015-06-01-preview';

/**
 * Asks for sample alerts in the place where Defender for Cloud keeps the subscription's data. The service accepts with
 * 202; versions before 2022-01-01 said 204.
 *
 * @throws FailureError, or what the pipeline throws.
 */
export async function simulateAlerts(
  arm: Arm,
  subscription: Subscription,
  bundles: readonly SampleBundle[],
  cancellation: Cancellation,
): Promise<undefined> {
  const { subscriptionId, tenantId } = subscription;
  const location = await homeLocation(arm, subscription, cancellation);
  const place = ['subscriptions', subscriptionId, 'providers', 'Microsoft.Security', 'locations', location];
  const url = arm.clients.link([...place, 'alerts', 'default', 'simulate'], alertsApiVersion);
  const body = { properties: { kind: 'Bundles', bundles } };
  const change = { method: 'POST', url, body, accepted: [202, 204] } as const;
  await armSend(arm.clients.forTenant(tenantId), change, cancellation, arm.clock);
}

async function homeLocation(
  arm: Arm,
  { subscriptionId, tenantId }: Subscription,
  cancellation: Cancellation,
): Promise<string> {
  const segments = ['subscriptions', subscriptionId, 'providers', 'Microsoft.Security', 'locations'];
  const rows = await readRows(arm, { tenantId, segments, apiVersion: locationsApiVersion }, cancellation);
  const names = rows.flatMap((row: Json) => (isJsonObject(row) ? (ownString(row, 'name') ?? []) : []));
  const [name] = names;
  if (name === undefined) throw unexpected('NoLocation');
  return name;
}
