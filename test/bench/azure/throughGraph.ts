import { monitorEventLoopDelay } from 'node:perf_hooks';
import { HoldWatch } from '../../faults/holdWatch.ts';
import { milliseconds, type BenchRow } from '../measure.ts';
import { startProduct } from '../product.ts';
import { startBenchAzure } from './benchAzure.ts';

const subscriptions = 1_000;
const alertsEach = 100;
const rowsOfPage = 1_000;
const latency = 20;
const quota = { queries: 15, seconds: 5 };

/** Most of the heap that a hundred thousand alerts and their incidents may take in the extension host. */
const mostMegabytes = 350;

function heapAfterCollection(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/**
 * What the pages and the quota impose, in milliseconds: a query that counts, then the pages; a window's queries wait for
 * the end of the window before.
 */
function imposed(): number {
  const queries = 1 + (subscriptions * alertsEach) / rowsOfPage;
  const windows = Math.ceil(queries / quota.queries);
  return (windows - 1) * quota.seconds * 1000 + latency;
}

/** A refresh of a large estate through Resource Graph, up to the incidents on the screen. */
export async function benchGraph(): Promise<readonly BenchRow[]> {
  const azure = await startBenchAzure({ subscriptions, alertsEach, latency, quota });
  const listed = { ok: true, value: azure.subscriptions } as const;
  const gateway = Object.assign(azure.gateway('graph'), { listSubscriptions: () => Promise.resolve(listed) });
  const product = startProduct(() => gateway);
  const before = heapAfterCollection();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const watch = new HoldWatch();
  const began = performance.now();
  const whenRead = Promise.withResolvers<number>();
  product.store.onDidChange(({ refreshing }) => {
    if (!refreshing) whenRead.resolve(performance.now() - began);
  });
  await product.refresh();
  const took = await whenRead.promise;
  delay.disable();
  const { longestHold } = watch.stop();
  const megabytes = (heapAfterCollection() - before) / 1024 / 1024;
  const held = product.store.state.subscriptions.reduce((sum, { alerts }) => sum + alerts.length, 0);
  azure.close();
  product.dispose();
  if (held !== subscriptions * alertsEach) throw new Error('Not all alerts were read');
  const p99 = delay.percentile(99) / 1e6;
  const name = `${subscriptions.toLocaleString('en')} subscriptions × ${String(alertsEach)} alerts, Resource Graph`;
  return [
    {
      name,
      measured: milliseconds(took),
      beside: `${milliseconds(imposed())} imposed by pages and quota; ratio ${(took / imposed()).toFixed(2)}`,
      budget: 'ratio ≤ 1.3',
      ok: took <= 1.3 * imposed(),
    },
    {
      name: '  delay of the event loop meanwhile, p99',
      measured: milliseconds(p99),
      beside: `the longest ${milliseconds(delay.max / 1e6)} on the clock, of the processor ${milliseconds(longestHold)}`,
      budget: '< 50 ms',
      ok: p99 < 50,
    },
    {
      name: '  heap of alerts and incidents after it',
      measured: `${megabytes.toFixed(0)} MB`,
      beside: `${(process.memoryUsage().rss / 1024 / 1024).toFixed(0)} MB resident: the bench, and the worker with tables of its own`,
      budget: `≤ ${String(mostMegabytes)} MB`,
      ok: megabytes <= mostMegabytes,
    },
  ];
}
