/** What a caller meets at a subscription's security alerts. */
type SubscriptionAccess = 'granted' | 'forbidden' | 'notRegistered';

export interface SampleTenant {
  readonly tenantId: string;
  readonly displayName: string;
  readonly defaultDomain: string;
  readonly countryCode: string;
}

export interface SampleSubscription {
  readonly subscriptionId: string;
  readonly displayName: string;
  readonly tenant: SampleTenant;
  readonly access: SubscriptionAccess;
  /** Security Reader, where the signed-in person is Security Admin elsewhere. */
  readonly readOnly?: boolean;
  /** A custom role that may read the plans of Defender for Cloud there, and no alerts. */
  readonly plansOnly?: boolean;
  /** Plans of Defender for Cloud that are off; all others are on. */
  readonly plansOff?: readonly string[];
  /** Region that keeps the alerts of resources without one of their own. */
  readonly homeRegion: string;
}

const nordlicht: SampleTenant = {
  tenantId: '3d1f5a70-64c2-4f0b-8f59-1f6d2c9ab001',
  displayName: 'Nordlicht Logistics',
  defaultDomain: 'nordlicht.example',
  countryCode: 'SE',
};

const harbour: SampleTenant = {
  tenantId: '9b47c2e8-1d3a-4c55-a0be-7e51f0d3c002',
  displayName: 'Harbour Retail',
  defaultDomain: 'harbour.example',
  countryCode: 'NL',
};

/** Whom and what Resource Manager knows. */
export interface SampleDirectory {
  readonly tenants: readonly SampleTenant[];
  readonly subscriptions: readonly SampleSubscription[];
}

/** Where most stories play. */
export const production: SampleSubscription = {
  subscriptionId: '6f2b9c14-0a51-4e0c-9a57-3c1d7e5b1001',
  displayName: 'Nordlicht Production',
  tenant: nordlicht,
  access: 'granted',
  homeRegion: 'westeurope',
};

/** A big estate: enough failed sign-ins in two regions to need a second page. */
export const estate: SampleSubscription = {
  subscriptionId: 'a1d4e7f2-5b38-4c96-8d20-94e6f7c31002',
  displayName: 'Nordlicht Depot Fleet',
  tenant: nordlicht,
  access: 'granted',
  plansOff: ['Api', 'AI'],
  homeRegion: 'centralus',
};

/** Listed, but its alerts may not be read (403 AuthorizationFailed). */
const payroll: SampleSubscription = {
  subscriptionId: 'c83e05b9-72d6-4b1f-b7e4-0d5a61f81003',
  displayName: 'Nordlicht Payroll',
  tenant: nordlicht,
  access: 'forbidden',
  homeRegion: 'northeurope',
};

/** Its alerts may be read, and not changed. */
export const shop: SampleSubscription = {
  subscriptionId: 'e05d6a3b-9f17-4d82-a6c1-58b2f4091004',
  displayName: 'Harbour Shop',
  tenant: harbour,
  access: 'granted',
  readOnly: true,
  homeRegion: 'westeurope',
};

/** Never registered for Microsoft.Security (404 `Subscription Not Registered`). */
const sandbox: SampleSubscription = {
  subscriptionId: '17c9f8d4-36ae-4b70-95f3-c20e8ab61005',
  displayName: 'Harbour Sandbox',
  tenant: harbour,
  access: 'notRegistered',
  homeRegion: 'westeurope',
};

export const sampleDirectory: SampleDirectory = {
  tenants: [nordlicht, harbour],
  subscriptions: [production, estate, payroll, shop, sandbox],
};

/** The subscriptions that a token of this tenant sees; all of them for a token without a tenant. */
export function subscriptionsSeenFrom(
  { subscriptions }: SampleDirectory,
  tenantId: string | undefined,
): readonly SampleSubscription[] {
  if (tenantId === undefined) return subscriptions;
  return subscriptions.filter(({ tenant }) => tenant.tenantId === tenantId.toLowerCase());
}
