import type { Subscription } from '../domain/subscription.ts';
import { displayLabel } from '../domain/displayText.ts';
import type { StoreState } from './storeState.ts';
import { withoutIcons } from './withoutIcons.ts';

/** Subscriptions of one tenant, as a list offers them for choice; all texts are safe as labels of VS Code's Quick Pick. */
export interface TenantPicks {
  readonly tenantId: string;
  readonly title: string;
  readonly picks: readonly SubscriptionPick[];
}

interface SubscriptionPick {
  readonly subscriptionId: string;
  readonly label: string;
  readonly description: string;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** What there is to choose from: tenants and their subscriptions by name, with how many alerts each is known to have. */
export function subscriptionPicks({ available, subscriptions }: StoreState): readonly TenantPicks[] {
  const alerts = new Map(
    subscriptions.map((snapshot) => [snapshot.subscription.subscriptionId, snapshot.alerts.length]),
  );
  const byTenant = new Map<string, Subscription[]>();
  for (const subscription of available) {
    const others = byTenant.get(subscription.tenantId);
    if (others === undefined) byTenant.set(subscription.tenantId, [subscription]);
    else others.push(subscription);
  }
  const tenants = [...byTenant].map(([tenantId, members]): TenantPicks => {
    const name = members[0]?.tenantName;
    return {
      tenantId,
      title: shown(name ?? `Tenant ${tenantId}`),
      picks: members
        .sort((a, b) => collator.compare(a.displayName, b.displayName))
        .map((subscription) => pickOf(subscription, alerts.get(subscription.subscriptionId) ?? 0)),
    };
  });
  return tenants.sort((a, b) => collator.compare(a.title, b.title));
}

function pickOf({ subscriptionId, displayName, state }: Subscription, alerts: number): SubscriptionPick {
  const facts = [
    ...(alerts === 0 ? [] : [`${alerts.toLocaleString('en')} ${alerts === 1 ? 'alert' : 'alerts'}`]),
    ...(state === 'Enabled' ? [] : [shown(state)]),
    subscriptionId,
  ];
  return { subscriptionId, label: shown(displayName), description: facts.join(' · ') };
}

function shown(text: string): string {
  return withoutIcons(displayLabel(text, 100));
}
