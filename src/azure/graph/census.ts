import type { Json } from '../../domain/json.ts';
import { isJsonObject, ownString, ownValue } from '../../domain/json.ts';
import type { PlanCoverage } from '../../domain/planCoverage.ts';
import type { Cancellation } from '../../services/ports.ts';
import type { Arm } from '../arm.ts';
import { askGraph, mostRows } from './askGraph.ts';
import { censusQuery } from './graphQueries.ts';

/** What Resource Graph has of one subscription. */
export interface CensusEntry {
  readonly subscriptionId: string;
  readonly alerts: number;
  /** Plans of the subscription as a whole: whoever sees them has a role on all of it. */
  readonly plans: PlanCoverage;
}

/**
 * Counts what Resource Graph has of some subscriptions of one tenant. It leaves out, without a word, what the caller may
 * not read and what it has not indexed; so only subscriptions whose plans are there are in the census. With the right
 * to read some resource groups a person sees alerts, but no plans: that is no proof that those are all. Nor do plans
 * prove that there are no alerts where none are counted: `ConfirmedEmpty` says when that may be believed.
 *
 * @param subscriptionIds at most 1,000, lower case; rows of others are ignored.
 * @throws as `askGraph`.
 */
export async function takeCensus(
  arm: Arm,
  tenantId: string,
  subscriptionIds: readonly string[],
  cancellation: Cancellation,
): Promise<readonly CensusEntry[]> {
  const asked = new Set(subscriptionIds);
  const entries: CensusEntry[] = [];
  const query = { tenantId, query: censusQuery, subscriptionIds, top: mostRows };
  for await (const { rows } of askGraph(arm, query, cancellation)) {
    for (const row of rows) {
      const entry = readCensusRow(row);
      // Once each: a second row must not count as a second subscription.
      if (entry !== undefined && asked.delete(entry.subscriptionId)) entries.push(entry);
    }
  }
  return entries;
}

/** Undefined for a row that proves nothing. */
export function readCensusRow(row: Json): CensusEntry | undefined {
  if (!isJsonObject(row)) return undefined;
  const subscriptionId = ownString(row, 'id')?.toLowerCase();
  const alerts = ownValue(row, 'alerts');
  const plans = ownValue(row, 'plans');
  if (subscriptionId === undefined || typeof alerts !== 'number' || !(alerts >= 0) || !Array.isArray(plans)) {
    return undefined;
  }
  const read = (plans as readonly Json[]).flatMap((plan) => readPlan(plan) ?? []);
  return read.length === 0 ? undefined : { subscriptionId, alerts, plans: { plans: read } };
}

/** `VirtualMachines:Standard:`, and `Dns:Standard:true` for a plan that another has replaced. */
function readPlan(plan: Json): PlanCoverage['plans'][number] | undefined {
  const [, name, tier, deprecated] = /^([\w -]{1,100}):(\w+):(\w*)$/.exec(typeof plan === 'string' ? plan : '') ?? [];
  if (name === undefined || tier === undefined) return undefined;
  const enabled = tier.toLowerCase() === 'standard';
  return { name, enabled, ...(deprecated?.toLowerCase() === 'true' ? { deprecated: true } : {}) };
}
