import type { Json } from '../domain/json.ts';
import type { Cancellation, SubscriptionListing } from '../services/ports.ts';
import type { Arm } from './arm.ts';
import { unexpected } from './failureError.ts';
import { inParallel } from './inParallel.ts';
import { Outages } from './outages.ts';
import type { ListAddress } from './readRows.ts';
import { readRows } from './readRows.ts';
import type { Tenant, TenantAnswer } from './subscriptions.ts';
import { joinTenants, readSubscription, readTenant, subscriptionsApiVersion } from './subscriptions.ts';
import { toFailure } from './toFailure.ts';

/** Tenants asked at once: each has a quota and a sign-in of its own, and most of the time is waiting for both. */
const tenantsAtOnce = 16;

/**
 * Subscriptions of the given tenants, or of all that the account's own sign-in names. One tenant that needs another
 * sign-in does not hide the others.
 *
 * @throws FailureError, or what the pipeline throws, when the tenants cannot be listed.
 */
export async function listSubscriptions(
  arm: Arm,
  tenants: readonly string[] | undefined,
  cancellation: Cancellation,
): Promise<SubscriptionListing> {
  const asked = tenants === undefined ? await discoverTenants(arm, cancellation) : chosen(tenants);
  const outages = new Outages();
  const answers = await inParallel(asked.found, tenantsAtOnce, async (tenant): Promise<TenantAnswer> => {
    const outage = outages.of(tenant.tenantId);
    if (outage !== undefined) return { ...tenant, failure: outage };
    const answer = await askTenant(arm, tenant, cancellation);
    outages.learn(tenant.tenantId, 'failure' in answer ? { ok: false, failure: answer.failure } : answered);
    return answer;
  });
  return joinTenants(answers, asked.unreadable);
}

const answered = { ok: true, value: undefined } as const;

function chosen(tenants: readonly string[]): Readings<Tenant> {
  return { found: tenants.map((tenantId) => ({ tenantId })), unreadable: 0 };
}

async function discoverTenants(arm: Arm, cancellation: Cancellation): Promise<Readings<Tenant>> {
  const rows = await readRows(arm, listOf(undefined, 'tenants'), cancellation);
  return readEach(arm, 'tenants', rows, readTenant);
}

async function askTenant(arm: Arm, tenant: Tenant, cancellation: Cancellation): Promise<TenantAnswer> {
  const { tenantId } = tenant;
  try {
    const rows = await readRows(arm, listOf(tenantId, 'subscriptions'), cancellation);
    const { found, unreadable } = readEach(arm, 'subscriptions', rows, (row) => readSubscription(row, tenant));
    return { ...tenant, subscriptions: found, unreadable };
  } catch (error) {
    const failure = toFailure(error, arm.clock.now());
    if (failure.kind === 'cancelled') throw error;
    return { ...tenant, failure };
  }
}

function listOf(tenantId: string | undefined, collection: 'tenants' | 'subscriptions'): ListAddress {
  return { tenantId, segments: [collection], apiVersion: subscriptionsApiVersion };
}

interface Readings<T> {
  readonly found: readonly T[];
  /** Rows of which nothing was made: the list has more in it than was found. */
  readonly unreadable: number;
}

/** @throws FailureError BadEnvelope when no row can be read: that is no list, and must not look like an empty one. */
function readEach<T>(
  { log }: Arm,
  collection: string,
  rows: readonly Json[],
  read: (row: Json) => T | undefined,
): Readings<T> {
  const found = rows.flatMap((row) => read(row) ?? []);
  const unreadable = rows.length - found.length;
  if (unreadable > 0) log.warn('azure.rowsSkipped', { collection, rows: unreadable });
  if (found.length === 0 && rows.length > 0) throw unexpected('BadEnvelope');
  return { found, unreadable };
}
