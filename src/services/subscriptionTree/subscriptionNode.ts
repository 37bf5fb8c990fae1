/** What a line below a subscription says. */
export type SubscriptionFact = 'problem' | 'alerts' | 'rights' | 'plans';

/** A row of the view of subscriptions as plain data; `id` is stable across refreshes. */
export type SubscriptionNode =
  | { readonly kind: 'tenant'; readonly id: string; readonly tenantId: string }
  | { readonly kind: 'subscription'; readonly id: string; readonly subscriptionId: string; readonly tenantId: string }
  | { readonly kind: 'fact'; readonly id: string; readonly subscriptionId: string; readonly fact: SubscriptionFact }
  | { readonly kind: 'plan'; readonly id: string; readonly subscriptionId: string; readonly plan: string }
  /** Rows of the list of tenants that could not be read: whole tenants may be missing. */
  | { readonly kind: 'unreadable'; readonly id: string }
  /** `tenantId` is absent where there are no rows of tenants. */
  | { readonly kind: 'more'; readonly id: string; readonly tenantId?: string; readonly hidden: number };

export type SubscriptionNodeOf<Kind extends SubscriptionNode['kind']> = Extract<SubscriptionNode, { kind: Kind }>;

export function tenantNode(tenantId: string): SubscriptionNodeOf<'tenant'> {
  return { kind: 'tenant', id: `tenant:${tenantId}`, tenantId };
}

export function subscriptionNode(subscriptionId: string, tenantId: string): SubscriptionNodeOf<'subscription'> {
  return { kind: 'subscription', id: `subscription:${subscriptionId}`, subscriptionId, tenantId };
}

export function factNode(subscriptionId: string, fact: SubscriptionFact): SubscriptionNodeOf<'fact'> {
  return { kind: 'fact', id: `subscription:${subscriptionId}/${fact}`, subscriptionId, fact };
}

export function planNode(subscriptionId: string, plan: string): SubscriptionNodeOf<'plan'> {
  return { kind: 'plan', id: `subscription:${subscriptionId}/plans/${plan}`, subscriptionId, plan };
}

export function unreadableNode(): SubscriptionNodeOf<'unreadable'> {
  return { kind: 'unreadable', id: 'unreadable' };
}

export function moreNode(tenantId: string | undefined, hidden: number): SubscriptionNodeOf<'more'> {
  return { kind: 'more', id: `more:${tenantId ?? ''}`, hidden, ...(tenantId === undefined ? {} : { tenantId }) };
}
