import { isGuid } from '../domain/resourceId.ts';

export interface SubscriptionRow {
  /** Lower-case GUID; absent on the row of a tenant. */
  readonly subscriptionId?: string;
  readonly tenantId?: string;
}

/** What the row of a subscription or a tenant names; nothing for any other argument. */
export function rowOf(argument: unknown): SubscriptionRow {
  if (typeof argument !== 'object' || argument === null) return {};
  const subscriptionId = 'subscriptionId' in argument ? guidOf(argument.subscriptionId) : undefined;
  const tenantId = 'tenantId' in argument ? guidOf(argument.tenantId) : undefined;
  return { ...(subscriptionId && { subscriptionId }), ...(tenantId && { tenantId }) };
}

function guidOf(value: unknown): string | undefined {
  return typeof value === 'string' && isGuid(value) ? value.toLowerCase() : undefined;
}
