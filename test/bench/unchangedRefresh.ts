import type { AzureGateway } from '../../src/services/ports.ts';
import { benchGateway, benchSubscription } from './gateway.ts';
import type { BenchRow } from './measure.ts';
import { quietMilliseconds, startProduct } from './product.ts';
import { wirePages } from './wirePages.ts';

const alertCount = 20_000;
const perPage = 500;

/** How often the screen is drawn when Azure has nothing new. */
export async function benchUnchangedRefresh(): Promise<BenchRow> {
  const pages = [...wirePages(benchSubscription.subscriptionId, alertCount, perPage)];
  const gateway = benchGateway((firstAlert) => pages[firstAlert / perPage] ?? '{"value":[]}');
  const overPages: AzureGateway = Object.assign(gateway, {
    listSubscriptions: () => Promise.resolve({ ok: true, value: [benchSubscription] } as const),
  });
  const product = startProduct(() => overPages);
  const drawsOf = async (): Promise<number> => {
    const before = product.draws;
    await product.refresh();
    await new Promise((resolve) => setTimeout(resolve, 2 * quietMilliseconds));
    return product.draws - before;
  };
  const first = await drawsOf();
  const again = await drawsOf();
  product.dispose();
  return {
    name: `refresh of ${alertCount.toLocaleString('en')} alerts, nothing new`,
    measured: `${String(again)} redraws`,
    beside: `${String(first)} at the first refresh`,
    budget: '0 redraws',
    ok: first > 0 && again === 0,
  };
}
