import type { Alert } from '../domain/alert.ts';
import { safeLink } from '../domain/safeLink.ts';

/**
 * Where the portal shows an alert: the address that the service sent, if it may be opened, else the alert's page as the
 * service would have written it. Both go to the configured portal, or to none.
 */
export function alertPortalLink(alert: Alert, portalUrl: string): string {
  const sent = alert.alertUri === undefined ? undefined : safeLink(alert.alertUri, { portalUrl });
  return sent !== undefined && sent.startsWith(`${portalUrl}/`) ? sent : alertBlade(alert, portalUrl);
}

/** The subscription's overview page. */
export function subscriptionPortalLink(subscriptionId: string, portalUrl: string): string {
  return `${portalUrl}/#resource/subscriptions/${encodeURIComponent(subscriptionId)}/overview`;
}

/** The service's list of alerts and incidents. */
export function alertsPortalLink(portalUrl: string): string {
  return `${portalUrl}/#view/Microsoft_Azure_Security/SecurityMenuBlade/~/7`;
}

/** The form of `alertUri` in recorded answers of 2022; an alert of the subscription itself has no resource group. */
function alertBlade({ name, subscriptionId, resourceGroup, location }: Alert, portalUrl: string): string {
  const inputs = [
    ['alertId', name],
    ['subscriptionId', subscriptionId],
    ...(resourceGroup === undefined ? [] : [['resourceGroup', resourceGroup]]),
    ['referencedFrom', 'alertDeepLink'],
    ...(location === undefined ? [] : [['location', location]]),
  ];
  // A lone surrogate has no percent-encoding; toWellFormed keeps encodeURIComponent from throwing.
  const path = inputs.flat().map((part) => encodeURIComponent(part.toWellFormed()));
  return `${portalUrl}/#blade/Microsoft_Azure_Security_AzureDefenderForData/AlertBlade/${path.join('/')}`;
}
