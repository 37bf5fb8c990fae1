import type { Json, JsonObject } from '../../src/domain/json.ts';
import { subscriptionA, virtualMachine } from './alert.ts';

export const wireAlertName = '2517000000000000000_7c9f0a64-3f56-4f6e-9a5e-0d1c2b3a4f5e';

export const wireAlertId = `/subscriptions/${subscriptionA}/resourceGroups/Shop/providers/Microsoft.Security/locations/westeurope/alerts/${wireAlertName}`;

/** Properties of a plain alert as the 2022-01-01 API sends them; a test replaces what it is about. */
export function wireProperties(wish: JsonObject = {}): JsonObject {
  return {
    status: 'Active',
    timeGeneratedUtc: '2026-03-02T10:02:00.1234567Z',
    processingEndTimeUtc: '2026-03-02T10:03:00Z',
    version: '2022-01-01.0',
    vendorName: 'Microsoft',
    productName: 'Microsoft Defender for Cloud',
    alertType: 'VM_TestAlert',
    startTimeUtc: '2026-03-02T10:00:00Z',
    endTimeUtc: '2026-03-02T10:01:00.5Z',
    severity: 'Medium',
    isIncident: false,
    systemAlertId: wireAlertName,
    intent: 'Execution',
    resourceIdentifiers: [
      {
        $id: 'westeurope_1',
        azureResourceId: virtualMachine('web-1'),
        type: 'AzureResource',
        azureResourceTenantId: 't',
      },
    ],
    compromisedEntity: 'web-1',
    alertDisplayName: 'Test alert',
    description: 'Something happened on web-1.',
    remediationSteps: ['1. Look at it.', '2. Repair it.'],
    extendedProperties: { 'investigation Steps': 'Look.' },
    entities: [{ $id: 'westeurope_2', address: '203.0.113.7', type: 'ip' }],
    alertUri: 'https://portal.azure.com/#blade/alert',
    ...wish,
  };
}

/** A row of the list as the API sends it: `properties` as wished, and anything at the top level. */
export function wireAlert(properties: JsonObject = {}, envelope: JsonObject = {}): JsonObject {
  return {
    id: wireAlertId,
    name: wireAlertName,
    type: 'Microsoft.Security/Locations/alerts',
    properties: wireProperties(properties),
    ...envelope,
  };
}

/** The body of a page; `nextLink` only where given. */
export function wirePage(rows: readonly Json[], nextLink?: Json): JsonObject {
  return nextLink === undefined ? { value: rows } : { value: rows, nextLink };
}
