import { SecurityCenter } from '@azure/arm-security';
import type { HttpClient } from '@azure/core-rest-pipeline';
import type { AzureGateway } from '../../src/services/ports.ts';
import { filledStore, treeOf } from './filledStore.ts';
import { benchCredential, benchGateway, benchSubscription, listAll } from './gateway.ts';
import type { BenchRow } from './measure.ts';
import { medianCpuOfBoth, milliseconds } from './measure.ts';
import { pagedServer } from './pagedServer.ts';
import { wirePages } from './wirePages.ts';

const alertCount = 10_000;
const perPage = 100;

/** A refresh as the product does it: pages, mapping, correlation, and the rows that the tree shows at first. */
async function refresh(gateway: AzureGateway): Promise<number> {
  const listing = await listAll(gateway);
  const model = treeOf(filledStore(listing));
  const rows = model.roots().flatMap((root) => [root, ...model.children(root)]);
  if (rows.map((row) => model.describe(row)).length === 0) throw new Error('The tree is empty');
  return listing.alerts.length;
}

/** The floor: the SDK's own pager over the same server, its alerts counted and dropped. */
async function barePager(httpClient: HttpClient): Promise<number> {
  const client = new SecurityCenter(benchCredential, benchSubscription.subscriptionId, { httpClient });
  let count = 0;
  for await (const alert of client.alerts.list()) count += alert.id === undefined ? 0 : 1;
  return count;
}

export async function benchRefresh(): Promise<BenchRow> {
  const pages = [...wirePages(benchSubscription.subscriptionId, alertCount, perPage)];
  const pageAt = (firstAlert: number): string => pages[firstAlert / perPage] ?? '{"value":[]}';
  const ours = (): Promise<number> => refresh(benchGateway(pageAt));
  const floor = (): Promise<number> => barePager(pagedServer(pageAt));
  if ((await ours()) !== alertCount || (await floor()) !== alertCount) throw new Error('Not all alerts were read');
  const { a, b, ratio } = await medianCpuOfBoth(7, ours, floor);
  return {
    name: `refresh of ${alertCount.toLocaleString('en')} alerts, CPU`,
    measured: milliseconds(a),
    beside: `${milliseconds(b)} the SDK's bare pager; ratio ${ratio.toFixed(2)}`,
    budget: 'ratio ≤ 1.3',
    ok: ratio <= 1.3,
  };
}
