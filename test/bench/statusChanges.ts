import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createAzureGateway } from '../../src/azure/index.ts';
import { sampleToken } from '../../src/sample/index.ts';
import { StatusQueue } from '../../src/services/response/status/statusQueue.ts';
import { wait } from '../../src/response/status/wait.ts';
import { startArmServer } from '../arm-server/startArmServer.ts';
import { WriteQuotaWindow } from '../arm-server/writeQuotaWindow.ts';
import { silentLog } from '../builders/correlator.ts';
import { aStoreAfter, aSubscription } from '../builders/storeState.ts';
import { milliseconds, type BenchRow } from './measure.ts';

const changes = 1_000;
const writes = 100;
const seconds = 5;
const budget = 1.2;

const tenantId = '7c1e5d20-44aa-4b1f-9e60-0a1b2c3d4e01';
const subscriptionId = '7c1e5d20-44aa-4b1f-9e60-0a1b2c3d4e08';

/** Many changes of status against a server that grants few at a time: the time that it asks to wait should be all. */
export async function benchStatusChanges(): Promise<BenchRow> {
  const quota = new WriteQuotaWindow({ writes, seconds }, () => Date.now());
  const subscriptions = [{ subscriptionId, displayName: 'Busy', alerts: changes }];
  const server = await startArmServer({
    now: Date.now(),
    scenario: { tenants: [{ tenantId, displayName: 'Bench', subscriptions }] },
    writeQuota: quota,
  });
  const trusted = getCACertificates('default');
  setDefaultCACertificates([...trusted, server.certificatePem]);
  try {
    const clock = { now: () => Date.now() };
    const gateway = createAzureGateway({
      endpoints: { resourceManagerEndpoint: server.origin, authorityHost: server.origin, portalUrl: server.origin },
      credential: () => ({
        getToken: () => Promise.resolve({ token: sampleToken(tenantId), expiresOnTimestamp: Date.now() + 3_600_000 }),
      }),
      clock,
      log: silentLog,
    });
    const subscription = aSubscription(subscriptionId, { tenantId });
    const listing = await gateway.listAlerts(subscription, new AbortController().signal);
    if (!listing.ok || listing.value.alerts.length !== changes) throw new Error('The bench server was not understood');
    const { alerts } = listing.value;
    const store = aStoreAfter([{ subscription, alerts }]);
    const queue = new StatusQueue({ gateway: () => Promise.resolve(gateway), store, clock, wait });
    const began = performance.now();
    const results = await queue.enqueue(alerts.map((alert) => ({ alert, action: 'dismiss' }))).finished;
    const took = performance.now() - began;
    const done = results.filter(({ outcome }) => outcome.kind === 'changed').length;
    const sent = server.requests.filter(({ method, url }) => method === 'POST' && url.includes('/dismiss')).length;
    const ratio = took / quota.asked;
    return {
      name: `${changes.toLocaleString('en')} changes of status, ${String(writes)} granted at a time`,
      measured: milliseconds(took),
      beside: `${milliseconds(quota.asked)} asked by Retry-After; ${String(done)} changed by ${String(sent)} requests; ratio ${ratio.toFixed(2)}`,
      budget: `ratio ≤ ${String(budget)}`,
      ok: ratio <= budget && done === changes,
    };
  } finally {
    setDefaultCACertificates(trusted);
    await server.close();
  }
}
