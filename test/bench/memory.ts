import { benchGateway, benchSubscription, listAll } from './gateway.ts';
import type { BenchRow } from './measure.ts';
import { wirePages } from './wirePages.ts';

const alertCount = 100_000;
const perPage = 500;

function heapAfterCollection(): number {
  if (globalThis.gc === undefined) throw new Error('Run with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

/** Heap that one held alert costs, mapped from pages that are made as they are asked for and then dropped. */
export async function benchMemory(): Promise<BenchRow> {
  const pages = wirePages(benchSubscription.subscriptionId, alertCount, perPage);
  const gateway = benchGateway(() => pages.next().value ?? '{"value":[]}');
  const before = heapAfterCollection();
  const { alerts } = await listAll(gateway);
  const perAlert = (heapAfterCollection() - before) / alerts.length;
  if (alerts.length !== alertCount) throw new Error('Not all alerts were read');
  return {
    name: `memory of one alert, ${alertCount.toLocaleString('en')} held`,
    measured: `${(perAlert / 1024).toFixed(2)} KB`,
    beside: `${((perAlert * alertCount) / 1024 / 1024).toFixed(0)} MB in all`,
    budget: '≤ 8 KB',
    ok: perAlert <= 8 * 1024,
  };
}
