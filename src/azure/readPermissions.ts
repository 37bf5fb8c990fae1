import type { Json } from '../domain/json.ts';
import { isJsonObject, ownValue } from '../domain/json.ts';
import type { Permission } from '../domain/permission.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Cancellation } from '../services/ports.ts';
import type { Arm } from './arm.ts';
import { unexpected } from './failureError.ts';
import { readRows } from './readRows.ts';

const permissionsApiVersion = '2022-04-01';

/**
 * What the roles of the signed-in person allow on a subscription, all pages.
 *
 * @throws FailureError, or what the pipeline throws.
 */
export async function readPermissions(
  arm: Arm,
  { subscriptionId, tenantId }: Subscription,
  cancellation: Cancellation,
): Promise<readonly Permission[]> {
  const segments = ['subscriptions', subscriptionId, 'providers', 'Microsoft.Authorization', 'permissions'];
  const rows = await readRows(arm, { tenantId, segments, apiVersion: permissionsApiVersion }, cancellation);
  return rows.map(readPermission);
}

/** Strict: an entry that is half read could allow what its `notActions` take back. */
function readPermission(row: Json): Permission {
  if (!isJsonObject(row)) throw unexpected('BadPermission');
  return { actions: texts(ownValue(row, 'actions')), notActions: texts(ownValue(row, 'notActions')) };
}

function texts(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every((text): text is string => typeof text === 'string')) {
    throw unexpected('BadPermission');
  }
  return value;
}
