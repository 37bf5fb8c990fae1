import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createAzureGateway } from '../../src/azure/index.ts';
import { sampleToken } from '../../src/sample/index.ts';
import type { AzureGateway } from '../../src/services/ports.ts';
import { silentLog } from '../builders/correlator.ts';
import { aSubscription } from '../builders/storeState.ts';
import { startArmServer, type ArmServer } from './startArmServer.ts';
import type { WriteQuotaWindow } from './writeQuotaWindow.ts';

const tenantId = '7c1e5d20-44aa-4b1f-9e60-0a1b2c3d4e01';
const subscriptionId = '7c1e5d20-44aa-4b1f-9e60-0a1b2c3d4e07';
const trusted = getCACertificates('default');

export const clock = { now: () => Date.now() };
export const subscription = aSubscription(subscriptionId, { tenantId });

/** Serves one subscription with so many alerts over HTTPS, and trusts the server's certificate until it is closed. */
export async function serveBusySubscription(
  alerts: number,
  writeQuota?: WriteQuotaWindow,
): Promise<{ readonly server: ArmServer; readonly close: () => Promise<void> }> {
  const subscriptions = [{ subscriptionId, displayName: 'Busy', alerts }];
  const server = await startArmServer({
    now: Date.now(),
    scenario: { tenants: [{ tenantId, displayName: 'Trial', subscriptions }] },
    ...(writeQuota === undefined ? {} : { writeQuota }),
  });
  setDefaultCACertificates([...trusted, server.certificatePem]);
  const close = async (): Promise<void> => {
    setDefaultCACertificates(trusted);
    await server.close();
  };
  return { server, close };
}

/** The product's way to that server. */
export function gatewayTo({ origin }: ArmServer): AzureGateway {
  return createAzureGateway({
    endpoints: { resourceManagerEndpoint: origin, authorityHost: origin, portalUrl: origin },
    credential: () => ({
      getToken: () => Promise.resolve({ token: sampleToken(tenantId), expiresOnTimestamp: Date.now() + 3_600_000 }),
    }),
    clock,
    log: silentLog,
  });
}
