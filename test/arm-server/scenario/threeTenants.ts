import { sampleDirectory } from '../../../src/sample/directory.ts';
import type { Scenario, ScenarioSubscription, ScenarioTenant } from './scenario.ts';

/** Of the sample environment: one subscription may not be read by anybody. */
export const nordlicht = '3d1f5a70-64c2-4f0b-8f59-1f6d2c9ab001';
/** Of the sample environment: one subscription never registered Microsoft.Security, and one is throttled. */
export const harbour = '9b47c2e8-1d3a-4c55-a0be-7e51f0d3c002';
/** One subscription has few alerts; for the other a proxy answers. */
export const fjord = '5e80d1c4-7b26-49fa-8c3d-20a9b6e4f003';

/** Subscriptions that the sample environment does not have. */
export const throttled = '2a64f9b1-c05d-4e38-b7a2-93d81f6e0006';
export const behindProxy = 'd7035e2c-81fb-4a69-96d0-4bc25e7a1007';
export const ferries = '48b1a6df-3e92-4d07-8f5c-e60917c32008';

/** An application that all three tenants have let in signs in to each with the same secret. */
export const applicationId = 'b1a7c0de-0000-4000-a000-000000000001';
export const applicationSecret = 'canary-of-the-application';

/** Three tenants in which everything that can go wrong with a subscription goes wrong with one. */
export const threeTenants: Scenario = {
  tenants: [
    sampleTenant(nordlicht),
    sampleTenant(harbour, [
      {
        subscriptionId: throttled,
        displayName: 'Harbour Warehouse',
        trouble: { kind: 'throttled', retryAfterSeconds: 3_600 },
      },
    ]),
    {
      tenantId: fjord,
      displayName: 'Fjord Ferries',
      secret: applicationSecret,
      subscriptions: [
        { subscriptionId: ferries, displayName: 'Ferries Booking', alerts: 130 },
        { subscriptionId: behindProxy, displayName: 'Ferries Guest Network', trouble: { kind: 'html' } },
      ],
    },
  ],
};

function sampleTenant(tenantId: string, more: readonly ScenarioSubscription[] = []): ScenarioTenant {
  const displayName = sampleDirectory.tenants.find((tenant) => tenant.tenantId === tenantId)?.displayName ?? tenantId;
  const subscriptions = sampleDirectory.subscriptions.filter(({ tenant }) => tenant.tenantId === tenantId);
  return { tenantId, displayName, secret: applicationSecret, subscriptions: [...subscriptions, ...more] };
}
