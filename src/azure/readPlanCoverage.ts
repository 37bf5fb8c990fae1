import type { Json } from '../domain/json.ts';
import { isJsonObject, ownString, ownValue } from '../domain/json.ts';
import type { DefenderPlan, PlanCoverage } from '../domain/planCoverage.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Cancellation } from '../services/ports.ts';
import type { Arm } from './arm.ts';
import { armGet } from './armGet.ts';
import { unexpected } from './failureError.ts';
import { readPages } from './pages.ts';

const pricingsApiVersion = '2024-01-01';

/**
 * The plans of a subscription, as the service lists their prices.
 *
 * @throws FailureError, or what the pipeline throws.
 */
export async function readPlanCoverage(
  { clients, clock }: Arm,
  { subscriptionId, tenantId }: Subscription,
  cancellation: Cancellation,
): Promise<PlanCoverage> {
  const client = clients.forTenant(tenantId);
  const first = clients.link(
    ['subscriptions', subscriptionId, 'providers', 'Microsoft.Security', 'pricings'],
    pricingsApiVersion,
  );
  const plans: DefenderPlan[] = [];
  for await (const { rows } of readPages(first, (link) => armGet(client, link, cancellation, clock))) {
    plans.push(...rows.map(readPlan));
  }
  return { plans };
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
