import type { SampleDirectory, SampleSubscription, SampleTenant } from '../../../src/sample/directory.ts';
import type { SampleAlert } from '../../../src/sample/wire/sampleAlert.ts';
import { composeScenarios } from '../../../src/sample/scenarios/index.ts';
import { generatedAlerts } from './generatedAlerts.ts';

/** What one ARM server is about: its tenants, who may sign in to them, and how each subscription behaves. */
export interface Scenario {
  readonly tenants: readonly ScenarioTenant[];
}

export interface ScenarioTenant extends Pick<SampleTenant, 'tenantId' | 'displayName'> {
  /** The secret of every client in this tenant; without it every secret but `wrong` is right. */
  readonly secret?: string;
  readonly subscriptions: readonly ScenarioSubscription[];
}

export interface ScenarioSubscription extends Pick<
  SampleSubscription,
  'subscriptionId' | 'displayName' | 'readOnly' | 'plansOnly' | 'plansOff'
> {
  /** `granted` where nothing is said. */
  readonly access?: SampleSubscription['access'];
  readonly homeRegion?: string;
  /** How many alerts are made up for it, besides those that the sample environment's stories tell of it. */
  readonly alerts?: number;
  readonly trouble?: Trouble;
}

/** How the alerts of one subscription fail to arrive, while all others do. */
export type Trouble =
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }
  /** A page in HTML with status 200, as a captive portal sends it. */
  | { readonly kind: 'html' }
  | { readonly kind: 'slow'; readonly milliseconds: number };

/** The scenario as the sample environment wants it. */
export function worldOf(
  { tenants }: Scenario,
  now: number,
): { readonly directory: SampleDirectory; readonly alerts: readonly SampleAlert[] } {
  const settled = tenants.map((tenant) => ({ tenant: tenantOf(tenant), subscriptions: tenant.subscriptions }));
  const subscriptions = settled.flatMap((each) =>
    each.subscriptions.map((subscription) => ({ ...subscriptionOf(subscription, each.tenant), subscription })),
  );
  return {
    directory: { tenants: settled.map(({ tenant }) => tenant), subscriptions },
    alerts: [
      ...composeScenarios(now),
      ...subscriptions.flatMap((each) => generatedAlerts(each, each.subscription.alerts ?? 0, now)),
    ],
  };
}

function tenantOf({ tenantId, displayName }: ScenarioTenant): SampleTenant {
  const domain = `${displayName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.example`;
  return { tenantId, displayName, defaultDomain: domain, countryCode: 'SE' };
}

function subscriptionOf(subscription: ScenarioSubscription, tenant: SampleTenant): SampleSubscription {
  const { subscriptionId, displayName, access = 'granted', homeRegion = 'westeurope' } = subscription;
  const { readOnly = false, plansOnly = false, plansOff = [] } = subscription;
  return { subscriptionId, displayName, access, readOnly, plansOnly, plansOff, tenant, homeRegion };
}
