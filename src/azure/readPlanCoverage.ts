import type { Json } from '../domain/json.ts';
import { isJsonObject, ownString, ownValue } from '../domain/json.ts';
import type { DefenderPlan, PlanCoverage } from '../domain/planCoverage.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Cancellation } from '../services/ports.ts';
import type { Arm } from './arm.ts';
import { unexpected } from './failureError.ts';
import { readRows } from './readRows.ts';

const pricingsApiVersion = '2024-01-01';

/**
 * The plans of a subscription, as the service lists their prices.
 *
 * @throws FailureError, or what the pipeline throws.
 */
export async function readPlanCoverage(
  arm: Arm,
  { subscriptionId, tenantId }: Subscription,
  cancellation: Cancellation,
): Promise<PlanCoverage> {
  const segments = ['subscriptions', subscriptionId, 'providers', 'Microsoft.Security', 'pricings'];
  const rows = await readRows(arm, { tenantId, segments, apiVersion: pricingsApiVersion }, cancellation);
  return { plans: rows.map(readPlan) };
}

/** Strict: a plan that cannot be read must be counted neither as on nor as off. */
function readPlan(row: Json): DefenderPlan {
  const properties = isJsonObject(row) ? ownValue(row, 'properties') : undefined;
  if (!isJsonObject(row) || !isJsonObject(properties)) throw unexpected('BadPlan');
  const name = ownString(row, 'name');
  const tier = ownString(properties, 'pricingTier')?.toLowerCase();
  if (name === undefined || (tier !== 'free' && tier !== 'standard')) throw unexpected('BadPlan');
  const deprecated = ownValue(properties, 'deprecated') === true;
  return { name, enabled: tier === 'standard', ...(deprecated ? { deprecated } : {}) };
}
