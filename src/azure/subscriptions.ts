import type { Json } from '../domain/json.ts';
import { isJsonObject, ownString } from '../domain/json.ts';
import { isGuid } from '../domain/resourceId.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { SubscriptionListing, TenantFailure, UnreadableRows } from '../services/ports.ts';

/** Version of `GET /tenants` and `GET /subscriptions`. */
export const subscriptionsApiVersion = '2022-12-01';

export interface Tenant {
  /** Lower-case GUID. */
  readonly tenantId: string;
  /** Absent where only the id is known, and where the person may not see it. */
  readonly tenantName?: string;
}

/** Undefined when the row names no tenant. */
export function readTenant(row: Json): Tenant | undefined {
  const tenantId = isJsonObject(row) ? ownString(row, 'tenantId')?.toLowerCase() : undefined;
  // It becomes a scope and a word of a command line.
  if (tenantId === undefined || !isGuid(tenantId) || !isJsonObject(row)) return undefined;
  const tenantName = ownString(row, 'displayName');
  return { tenantId, ...(tenantName === undefined ? {} : { tenantName }) };
}

/**
 * One row of a tenant's subscriptions; undefined when it names none. `tenant` is the one that was asked, not the
 * subscription's home: with delegated management only the former issues a token that may read it.
 */
export function readSubscription(row: Json, tenant: Tenant): Subscription | undefined {
  if (!isJsonObject(row)) return undefined;
  const subscriptionId = ownString(row, 'subscriptionId')?.toLowerCase();
  if (subscriptionId === undefined || !isGuid(subscriptionId)) return undefined;
  return {
    subscriptionId,
    ...tenant,
    displayName: ownString(row, 'displayName') ?? subscriptionId,
    state: ownString(row, 'state') ?? 'Unknown',
  };
}

/** What one tenant answered. */
export type TenantAnswer =
  (Tenant & { readonly subscriptions: readonly Subscription[]; readonly unreadable: number }) | TenantFailure;

/**
 * Joins the answers of all tenants; a subscription that several tenants reach is listed once, under the first. A failure
 * only when no tenant answered.
 *
 * @param unreadableTenants rows of the list of tenants that name none.
 */
export function joinTenants(answers: readonly TenantAnswer[], unreadableTenants: number): SubscriptionListing {
  const byId = new Map<string, Subscription>();
  const failedTenants: TenantFailure[] = [];
  const unreadableRows: UnreadableRows[] = unreadableTenants === 0 ? [] : [{ rows: unreadableTenants }];
  for (const answer of answers) {
    if ('failure' in answer) {
      failedTenants.push(answer);
      continue;
    }
    const { subscriptions, unreadable, ...tenant } = answer;
    if (unreadable > 0) unreadableRows.push({ ...tenant, rows: unreadable });
    for (const found of subscriptions) byId.set(found.subscriptionId, byId.get(found.subscriptionId) ?? found);
  }
  const [failed] = failedTenants;
  if (failed !== undefined && failedTenants.length === answers.length) return { ok: false, failure: failed.failure };
  return {
    ok: true,
    value: [...byId.values()],
    ...(failed === undefined ? {} : { failedTenants }),
    ...(unreadableRows.length === 0 ? {} : { unreadableRows }),
  };
}
