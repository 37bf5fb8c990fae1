import { get } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { AzureGateway } from '../../../src/services/ports.ts';
import { subscriptionsAtOnce } from '../../../src/azure/armGateway.ts';
import { milliseconds, type BenchRow } from '../measure.ts';
import { startBenchAzure, type BenchAzure } from './benchAzure.ts';

const subscriptions = 200;
const alertsEach = 25;
const latency = 20;
const rounds = 9;

const never = new AbortController().signal;
const unzip = promisify(gunzip);

/** Reads everything and counts it; fails for a subscription that could not be read. */
async function readAll(gateway: AzureGateway, azure: BenchAzure): Promise<number> {
  let count = 0;
  const settled: Parameters<AzureGateway['readAlerts']>[1]['settled'] = (_, result) => {
    if (!result.ok) throw new Error(`The bench server was not understood: ${result.failure.kind}`);
    count += result.value.alerts.length;
  };
  await gateway.readAlerts(azure.subscriptions, { arriving: () => undefined, settled }, never);
  return count;
}

/** The floor: the same pages fetched and parsed by as many at once, and dropped. */
async function bareReading({ origin, subscriptions: all }: BenchAzure): Promise<number> {
  const queue = all.values();
  let count = 0;
  const worker = async (): Promise<void> => {
    for (const { subscriptionId } of queue) {
      const text = await textOf(`${origin}/subscriptions/${subscriptionId}/providers/Microsoft.Security/alerts`);
      count += (JSON.parse(text) as { readonly value: readonly unknown[] }).value.length;
    }
  };
  await Promise.all(Array.from({ length: subscriptionsAtOnce }, worker));
  return count;
}

function textOf(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (incoming) => {
      buffer(incoming)
        .then((body) => unzip(body))
        .then((body) => resolve(body.toString()), reject);
    }).on('error', reject);
  });
}

async function wallOf(work: () => Promise<number>): Promise<number> {
  const began = performance.now();
  if ((await work()) !== subscriptions * alertsEach) throw new Error('Not all alerts were read');
  return performance.now() - began;
}

/** Many subscriptions, one by one through the alerts API: the wait for answers should be all that it takes. */
export async function benchAlertsApi(): Promise<BenchRow> {
  const azure = await startBenchAzure({ subscriptions, alertsEach, latency });
  const gateway = azure.gateway('alerts');
  const pairs: { readonly ours: number; readonly bare: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = { ours: await wallOf(() => readAll(gateway, azure)), bare: await wallOf(() => bareReading(azure)) };
    // The first round opens connections and warms up.
    if (round > 0) pairs.push(pair);
  }
  azure.close();
  // The best of each: what neighbours on this machine take away says nothing of either.
  const ours = Math.min(...pairs.map((pair) => pair.ours));
  const bare = Math.min(...pairs.map((pair) => pair.bare));
  const ratio = ours / bare;
  return {
    name: `${String(subscriptions)} subscriptions through the alerts API`,
    measured: milliseconds(ours),
    beside: `${milliseconds(bare)} fetched and parsed bare, ${String(subscriptionsAtOnce)} at once, ${String(alertsEach)} alerts each; ratio ${ratio.toFixed(2)}`,
    budget: 'ratio ≤ 1.2',
    ok: ratio <= 1.2,
  };
}
