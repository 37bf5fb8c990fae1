import { createAzureGateway } from '../../src/azure/index.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import type { AlertListing, AzureGateway } from '../../src/services/ports.ts';
import { pagedServer } from './pagedServer.ts';

export const benchSubscription: Subscription = {
  subscriptionId: '33333333-3333-4333-8333-333333333333',
  tenantId: '44444444-4444-4444-8444-444444444444',
  displayName: 'Estate',
  state: 'Enabled',
};

export const benchCredential = {
  getToken: () => Promise.resolve({ token: 'bench', expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
};

const neverCancelled = new AbortController().signal;

/** The product's gateway, the real SDK below it, over pages in this process. */
export function benchGateway(pageAt: (firstAlert: number) => string): AzureGateway {
  return createAzureGateway({
    endpoints: {
      resourceManagerEndpoint: 'https://management.azure.com',
      authorityHost: 'https://login.microsoftonline.com',
      portalUrl: 'https://portal.azure.com',
    },
    credential: () => benchCredential,
    httpClient: pagedServer(pageAt),
    clock: { now: () => Date.now() },
    log: { info: () => undefined, warn: () => undefined },
  });
}

export async function listAll(gateway: AzureGateway): Promise<AlertListing> {
  const result = await gateway.listAlerts(benchSubscription, neverCancelled);
  if (!result.ok) throw new Error(`The bench server was not understood: ${result.failure.kind}`);
  return result.value;
}
