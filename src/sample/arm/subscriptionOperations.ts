import { subscriptionsSeenFrom } from '../directory.ts';
import { jsonAnswer, readAnswer } from './answers.ts';
import type { ArmResponse } from '../armMessage.ts';
import type { SampleSubscription, SampleTenant } from '../directory.ts';
import type { Call, SubscriptionCall } from './call.ts';

/** The tenants of the signed-in person: all, whatever tenant the token is for. */
export function listTenants({ session }: Call): ArmResponse {
  return jsonAnswer(session, 200, { value: session.directory.tenants.map(renderTenant) }, { vary: 'Accept-Encoding' });
}

/** The subscriptions of the token's tenant. */
export function listSubscriptions({ session, caller }: Call): ArmResponse {
  const value = subscriptionsSeenFrom(session.directory, caller.tid).map(renderSubscription);
  const body = { value, count: { type: 'Total', value: value.length } };
  return jsonAnswer(session, 200, body, { vary: 'Accept-Encoding' });
}

export function getSubscription({ session, subscription }: SubscriptionCall): ArmResponse {
  return jsonAnswer(session, 200, renderSubscription(subscription), { vary: 'Accept-Encoding' });
}

/** The home region of a subscription's security data. Alerts may well live in other regions. */
export function listLocations({ session, subscription }: SubscriptionCall): ArmResponse {
  const { subscriptionId, homeRegion } = subscription;
  const location = {
    id: `/subscriptions/${subscriptionId}/providers/Microsoft.Security/locations/${homeRegion}`,
    name: homeRegion,
    type: 'Microsoft.Security/locations',
    properties: { homeRegionName: homeRegion },
  };
  return readAnswer(session, { value: [location] });
}

function renderTenant(tenant: SampleTenant): object {
  return {
    id: `/tenants/${tenant.tenantId}`,
    tenantId: tenant.tenantId,
    countryCode: tenant.countryCode,
    displayName: tenant.displayName,
    domains: [tenant.defaultDomain],
    tenantCategory: 'Home',
    defaultDomain: tenant.defaultDomain,
    tenantType: 'AAD',
  };
}

function renderSubscription({ subscriptionId, displayName, tenant }: SampleSubscription): object {
  return {
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId,
    tenantId: tenant.tenantId,
    displayName,
    state: 'Enabled',
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'EnterpriseAgreement_2014-09-01',
      spendingLimit: 'Off',
    },
  };
}
