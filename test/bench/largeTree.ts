import { filledStore, treeOf } from './filledStore.ts';
import { benchGateway, benchSubscription, listAll } from './gateway.ts';
import type { BenchRow } from './measure.ts';
import { cpuMilliseconds, median, milliseconds } from './measure.ts';
import { wirePages } from './wirePages.ts';

const alertCount = 20_000;

/** What a person waits for when every group of a huge tree is expanded: the rows, and what each looks like. */
export async function benchLargeTree(): Promise<BenchRow> {
  const pages = wirePages(benchSubscription.subscriptionId, alertCount, 500);
  const model = treeOf(filledStore(await listAll(benchGateway(() => pages.next().value ?? '{"value":[]}'))));
  const groups = model
    .roots()
    .flatMap((root) => model.children(root))
    .filter(({ kind }) => kind === 'group');
  const draw = (): unknown => groups.flatMap((group) => model.children(group)).map((row) => model.describe(row));
  const times: number[] = [];
  for (let run = 0; run < 7; run += 1) times.push(await cpuMilliseconds(draw));
  return {
    name: `expand all groups of ${alertCount.toLocaleString('en')} alerts, CPU`,
    measured: milliseconds(median(times)),
    beside: `${String(groups.length)} groups, 500 rows of each`,
    budget: '≤ 100 ms',
    ok: median(times) <= 100,
  };
}
