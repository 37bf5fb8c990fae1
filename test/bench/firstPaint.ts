import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from './correlation/generator/generate.ts';
import { benchGateway, benchSubscription, listAll } from './gateway.ts';
import type { Estate, FirstPaint } from './inHost/firstPaint.ts';
import type { BenchRow } from './measure.ts';
import { median, milliseconds } from './measure.ts';
import { buildForHost, startInHost } from './startInHost.ts';

const alertCount = 20_000;
const perPage = 500;
const starts = 7;

/** Nobody listens at that address: what is shown can only have come from this machine. */
const nowhere = 'https://127.0.0.1:9';

const settings = {
  'securityIncidents.signIn': 'environment',
  'securityIncidents.cloud': 'custom',
  'securityIncidents.customCloud': {
    resourceManagerEndpoint: nowhere,
    authorityHost: nowhere,
    portalUrl: 'https://portal.azure.com',
  },
};

/** From the activation of the extension to the rows of what was read last, in VS Code and without Azure. */
export async function benchFirstPaint(): Promise<BenchRow> {
  const entry = await buildForHost('firstPaint');
  const userFolder = await mkdtemp(join(tmpdir(), 'asi-'));
  const storage = join(userFolder, 'User', 'globalStorage', 'azure-security-incidents.azure-security-incidents');
  const env = {
    AZURE_TENANT_ID: benchSubscription.tenantId,
    AZURE_CLIENT_ID: '55555555-5555-4555-8555-555555555555',
    AZURE_CLIENT_SECRET: 'bench',
    BENCH_CACHE: join(storage, 'v1', 'cache'),
  };
  try {
    const estate = join(userFolder, 'estate.json');
    await writeFile(estate, JSON.stringify(await anEstate()));
    await startInHost({ entry, userFolder, settings, env: { ...env, BENCH_ESTATE: estate } });
    const runs: FirstPaint[] = [];
    for (let run = 0; run < starts; run += 1) {
      runs.push((await startInHost({ entry, userFolder, settings, env })) as FirstPaint);
    }
    return rowOf(runs);
  } finally {
    await rm(userFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function rowOf(runs: readonly FirstPaint[]): BenchRow {
  const of = (pick: (run: FirstPaint) => number): number => median(runs.map(pick));
  const whole = of((run) => run.whole);
  const rows = of((run) => run.rows);
  const parts = `product.js ${milliseconds(of((run) => run.product))}, saved screen ${milliseconds(of((run) => run.screen))}`;
  const floor = `the same files loaded and parsed alone: ${milliseconds(of((run) => run.floor))}`;
  const isSaved = rows > 2 && runs.every(({ subscriptionsInStore }) => subscriptionsInStore === 0);
  return {
    name: `first paint from cache, ${alertCount.toLocaleString('en')} alerts held, wall`,
    measured: milliseconds(whole),
    beside: isSaved ? `${String(rows)} rows; ${parts}; ${floor}` : 'the rows were not those of the saved screen',
    budget: '≤ 100 ms',
    ok: isSaved && whole <= 100,
  };
}

/** Alerts with incidents among them, as they come to be in an estate of the correlation bench. */
async function anEstate(): Promise<Estate> {
  const pages = estatePages();
  const { alerts, ...listing } = await listAll(benchGateway(() => pages.next().value ?? '{"value":[]}'));
  if (alerts.length < alertCount) throw new Error(`Only ${String(alerts.length)} alerts were made`);
  return { subscription: benchSubscription, listing: { ...listing, alerts: alerts.slice(0, alertCount) } };
}

function* estatePages(): Generator<string, undefined> {
  const { subscriptionId } = benchSubscription;
  // Some rows are another delivery of the same alert.
  const rows = generate({ seed: 1, tier: 'normal', alerts: alertCount * 1.5, templates: 'tuning' });
  const texts = Array.from(rows, ({ row }) =>
    JSON.stringify(row).replaceAll(/\/subscriptions\/[0-9a-f-]{36}/g, `/subscriptions/${subscriptionId}`),
  );
  const base = `https://management.azure.com/subscriptions/${subscriptionId}/providers/Microsoft.Security/alerts`;
  for (let first = 0; first < texts.length; first += perPage) {
    const last = first + perPage;
    const next = last < texts.length ? `,"nextLink":"${base}?api-version=2022-01-01&%24skiptoken=${String(last)}"` : '';
    yield `{"value":[${texts.slice(first, last).join(',')}]${next}}`;
  }
  return undefined;
}
