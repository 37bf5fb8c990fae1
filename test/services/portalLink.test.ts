import { describe, expect, it } from 'vitest';
import { safeLink } from '../../src/domain/safeLink.ts';
import { alertPortalLink, alertsPortalLink, subscriptionPortalLink } from '../../src/services/portalLink.ts';
import { anAlert, subscriptionA } from '../builders/alert.ts';

const portalUrl = 'https://portal.azure.com';
const sent = 'https://portal.azure.com/#blade/Microsoft_Azure_Security_AzureDefenderForData/AlertBlade/alertId/x';

describe('alertPortalLink', () => {
  it('is the address that the service sent', () => {
    expect(alertPortalLink(anAlert({ alertUri: sent }), portalUrl)).toBe(sent);
  });

  it.each([
    'https://portal.azure.com.evil/',
    'command:x',
    'https://learn.microsoft.com/x',
    'https://portal.azure.us/#x',
  ])('is made from the ids when the service sent %s', (alertUri) => {
    expect(alertPortalLink(anAlert({ alertUri }), portalUrl)).toBe(
      `https://portal.azure.com/#blade/Microsoft_Azure_Security_AzureDefenderForData/AlertBlade/alertId/2517000000000000000_a/subscriptionId/${subscriptionA}/resourceGroup/shop/referencedFrom/alertDeepLink/location/westeurope`,
    );
  });

  it('may be opened whatever the ids hold', () => {
    const alert = anAlert({ name: '../../x?y#z "\uD800', resourceGroup: 'a b/c' });
    expect(safeLink(alertPortalLink(alert, portalUrl), { portalUrl })).toMatch(
      /^https:\/\/portal\.azure\.com\/#blade\//,
    );
  });
});

it('opens a subscription, and the list of alerts, in the same portal', () => {
  expect(safeLink(subscriptionPortalLink(subscriptionA, portalUrl), { portalUrl })).toBeDefined();
  expect(safeLink(alertsPortalLink(portalUrl), { portalUrl })).toBeDefined();
});
