/** An Azure subscription as ARM lists it. */
export interface Subscription {
  /** Lower-case GUID. */
  readonly subscriptionId: string;
  readonly tenantId: string;
  /** The tenant's display name, where ARM told it. */
  readonly tenantName?: string;
  readonly displayName: string;
  /** "Enabled", "Warned", "PastDue", "Disabled", "Deleted" as sent. */
  readonly state: string;
}
