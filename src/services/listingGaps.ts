import type { AzureFailure } from '../domain/azureFailure.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { TenantFailure, UnreadableRows } from './ports.ts';

/** What was listed of subscriptions, and what is known to be missing from that list. */
export interface ListingGaps {
  readonly available: readonly Subscription[];
  readonly failedTenants: readonly TenantFailure[];
  readonly unreadableRows: readonly UnreadableRows[];
}

/** Of a subscription that may be one of the rows that could not be read. */
export const rowUnreadable: AzureFailure = { kind: 'unexpected', code: 'UnreadableRows' };

/** Whether Azure has named every tenant and every subscription that there is. */
export function hasGaps({ failedTenants, unreadableRows }: Omit<ListingGaps, 'available'>): boolean {
  return failedTenants.length + unreadableRows.length > 0;
}

/** How many rows of the lists of tenants and of subscriptions could not be read. */
export function unreadableCount(unreadableRows: readonly UnreadableRows[]): number {
  return unreadableRows.reduce((sum, { rows }) => sum + rows, 0);
}

/**
 * Says of subscriptions of earlier lists why this one may lack them although they are there; undefined where it has
 * them, and where Azure has said by leaving them out that they are gone.
 */
export function whyUnlisted(gaps: ListingGaps): (subscription: Subscription) => AzureFailure | undefined {
  const { available, failedTenants, unreadableRows } = gaps;
  if (!hasGaps(gaps)) return () => undefined;
  const listed = new Set(available.map(({ subscriptionId }) => subscriptionId));
  const heardOf = new Set(available.map(({ tenantId }) => tenantId));
  const failures = new Map(failedTenants.map(({ tenantId, failure }) => [tenantId, failure]));
  const unreadable = new Set(unreadableRows.map(({ tenantId }) => tenantId));
  return ({ subscriptionId, tenantId }) => {
    if (listed.has(subscriptionId)) return undefined;
    // A tenant that is not among those that answered may be an unreadable row of the list of tenants.
    const isLost = unreadable.has(tenantId) || (unreadable.has(undefined) && !heardOf.has(tenantId));
    return failures.get(tenantId) ?? (isLost ? rowUnreadable : undefined);
  };
}
