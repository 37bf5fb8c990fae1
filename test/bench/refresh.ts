import { SecurityCenter } from '@azure/arm-security';
import { createAzureGateway } from '../../src/azure/index.ts';
import { correlate } from '../../src/domain/correlation/correlate.ts';
import type { Alert } from '../../src/domain/alert.ts';
import { AlertStore } from '../../src/services/alertStore.ts';
import { TreeModel } from '../../src/services/treeModel.ts';
import type { AlertListing, AzureGateway } from '../../src/services/ports.ts';
import type { BenchRow } from './measure.ts';
import { medianCpuOfBoth, milliseconds } from './measure.ts';
import { pagedServer } from './pagedServer.ts';
import { wirePages } from './wirePages.ts';

const alertCount = 10_000;
const perPage = 100;
const subscriptionId = '33333333-3333-4333-8333-333333333333';
const subscription = { subscriptionId, tenantId: subscriptionId, displayName: 'Estate', state: 'Enabled' };
const credential = { getToken: () => Promise.resolve({ token: 'bench', expiresOnTimestamp: Number.MAX_SAFE_INTEGER }) };
const neverCancelled = new AbortController().signal;

export function benchGateway(pageAt: (firstAlert: number) => string): AzureGateway {
  return createAzureGateway({
    endpoints: {
      resourceManagerEndpoint: 'https://management.azure.com',
      authorityHost: 'https://login.microsoftonline.com',
      portalUrl: 'https://portal.azure.com',
    },
    credential: () => credential,
    httpClient: pagedServer(pageAt),
    clock: { now: () => Date.now() },
    log: { info: () => undefined, warn: () => undefined },
  });
}

export async function listAll(gateway: AzureGateway): Promise<AlertListing> {
  const result = await gateway.listAlerts(subscription, neverCancelled);
  if (!result.ok) throw new Error(`The bench server was not understood: ${result.failure.kind}`);
  return result.value;
}

/** A refresh as the product does it: pages, mapping, correlation, and the rows that the tree shows at first. */
async function refresh(gateway: AzureGateway): Promise<number> {
  const store = new AlertStore(correlate);
  store.apply({ kind: 'refreshStarted' });
  store.apply({ kind: 'subscriptionsListed', available: [subscription], selected: [subscription], failedTenants: [] });
  store.apply({ kind: 'alertsListed', subscriptionId, listing: await listAll(gateway), at: Date.now() });
  store.apply({ kind: 'refreshEnded' });
  return firstRows(store);
}

function firstRows(store: AlertStore): number {
  const model = new TreeModel({
    state: store.state,
    now: Date.now(),
    timeOfDay: (time) => new Date(time).toISOString(),
    progressOf: () => ({ done: 0, total: 3 }),
    isNew: () => false,
    shownAlerts: () => 0,
  });
  const rows = model.roots().flatMap((root) => [root, ...model.children(root)]);
  return rows.map((row) => model.describe(row)).length;
}

/** The floor: the SDK's own pager over the same server, its alerts counted and dropped. */
async function barePager(httpClient: ReturnType<typeof pagedServer>): Promise<number> {
  const client = new SecurityCenter(credential, subscriptionId, { httpClient });
  let count = 0;
  for await (const alert of client.alerts.list()) count += alert.id === undefined ? 0 : 1;
  return count;
}

export async function benchRefresh(): Promise<BenchRow> {
  const pages = [...wirePages(subscriptionId, alertCount, perPage)];
  const pageAt = (firstAlert: number): string => pages[firstAlert / perPage] ?? '{"value":[]}';
  const gateway = benchGateway(pageAt);
  const check: readonly Alert[] = (await listAll(gateway)).alerts;
  if (check.length !== alertCount || (await barePager(pagedServer(pageAt))) !== alertCount)
    throw new Error('Not all alerts were read');
  const { a, b, ratio } = await medianCpuOfBoth(
    7,
    () => refresh(gateway),
    () => barePager(pagedServer(pageAt)),
  );
  return {
    name: `refresh of ${alertCount.toLocaleString('en')} alerts, CPU`,
    measured: milliseconds(a),
    beside: `${milliseconds(b)} the SDK's bare pager; ratio ${ratio.toFixed(2)}`,
    budget: 'ratio ≤ 1.3',
    ok: ratio <= 1.3,
  };
}
