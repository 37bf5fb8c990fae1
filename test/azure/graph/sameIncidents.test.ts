import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { graphRowToArmAlert } from '../../../src/azure/graph/graphRowToArmAlert.ts';
import { createSampleGateway } from '../../../src/azure/index.ts';
import type { Alert } from '../../../src/domain/alert.ts';
import type { Correlation } from '../../../src/domain/correlation/correlation.ts';
import { correlate } from '../../../src/domain/correlation/correlate.ts';
import type { JsonObject } from '../../../src/domain/json.ts';
import type { Subscription } from '../../../src/domain/subscription.ts';
import type { AlertListing, AlertSourceName, AzureGateway } from '../../../src/services/ports.ts';
import { generate } from '../../bench/correlation/generator/generate.ts';
import { noon } from '../../builders/alert.ts';
import { silentLog } from '../../builders/correlator.ts';
import { uncancelled } from '../inProcessArm.ts';
import { aSubscription, idOf, subscriptionId, twoSources } from './twoSources.ts';

const recording = '../shared/data/recordings/list_2022-01-01_page1.json';
const sources = ['alerts', 'graph'] as const;

/** All alerts by key, read through one source, which must have given every subscription that could be read. */
async function alertsThrough(
  source: AlertSourceName,
  gateway: AzureGateway,
  subscriptions: readonly Subscription[],
): Promise<readonly Alert[]> {
  const listings: AlertListing[] = [];
  const settled: Parameters<AzureGateway['readAlerts']>[1]['settled'] = (_, result) => {
    if (result.ok) listings.push(result.value);
  };
  await gateway.readAlerts(subscriptions, { arriving: () => undefined, settled }, uncancelled);
  expect(new Set(listings.map((listing) => listing.source))).toEqual(new Set([source]));
  return listings.flatMap(({ alerts }) => alerts).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** What a correlation says, whatever the order in which it says it. */
function saidBy({ incidents, standalone }: Correlation): unknown {
  return { incidents: [...incidents].sort((a, b) => (a.id < b.id ? -1 : 1)), standalone: [...standalone].sort() };
}

/** The service numbers what a page names; alerts that come on other pages have other numbers for the same things. */
function unnumbered(alerts: readonly Alert[]): unknown {
  return alerts.map((alert) => {
    const numbers = new Map<string, string>();
    const text = JSON.stringify(alert).replaceAll(/"([a-z]+_\d+)"/g, (_, given: string) => {
      if (!numbers.has(given)) numbers.set(given, String(numbers.size));
      return `"${numbers.get(given) ?? ''}"`;
    });
    return JSON.parse(text) as unknown;
  });
}

function inOneSubscription(rows: readonly JsonObject[]): readonly JsonObject[] {
  const id = subscriptionId(0);
  return rows.map((row) => ({
    ...row,
    id: idOf(row).replace(/^\/subscriptions\/[^/]+/i, `/subscriptions/${id}`),
  }));
}

async function bothWays(rows: readonly JsonObject[]): Promise<readonly (readonly Alert[])[]> {
  const alerts = new Map([[0, inOneSubscription(rows)]]);
  return Promise.all(
    sources.map((source) => alertsThrough(source, twoSources({ alerts }, { source }).gateway, [aSubscription(0)])),
  );
}

describe('both sources give the same alerts and the same incidents', () => {
  it('of the sample environment', async () => {
    const [direct, graph] = await Promise.all(
      sources.map(async (source) => {
        const gateway = createSampleGateway({ clock: { now: () => noon }, log: silentLog, source });
        const listed = await gateway.listSubscriptions(uncancelled);
        return alertsThrough(source, gateway, listed.ok ? listed.value : []);
      }),
    );
    expect(direct?.length).toBeGreaterThan(300);
    expect(unnumbered(graph ?? [])).toEqual(unnumbered(direct ?? []));
    const incidents = saidBy(correlate(direct ?? []));
    expect(saidBy(correlate(graph ?? []))).toEqual(incidents);
    expect(incidents).toHaveProperty('incidents.3');
  });

  it.skipIf(!existsSync(recording))(`of the recorded answers of the service, in ${recording}`, async () => {
    const { value } = JSON.parse(readFileSync(recording, 'utf8')) as { value: readonly JsonObject[] };
    const [direct, graph] = await bothWays(value);
    expect(direct).toHaveLength(167);
    expect(graph).toEqual(direct);
    expect(saidBy(correlate(graph ?? []))).toEqual(saidBy(correlate(direct ?? [])));
  });

  it('of a generated estate with three thousand alerts', async () => {
    // The generator writes some keys with a capital, as other interfaces do; the alerts API never does.
    const rows = [...generate({ alerts: 3_000, seed: 7, tier: 'normal', templates: 'tuning' })].map(
      ({ row }) => graphRowToArmAlert(row as unknown as JsonObject) as JsonObject,
    );
    // The estate sends updates of alerts: the last one is what a list has.
    const last = [...new Map(rows.map((row) => [idOf(row).toLowerCase(), row])).values()];
    const [direct, graph] = await bothWays(last);
    expect(graph).toEqual(direct);
    const incidents = saidBy(correlate(direct ?? []));
    expect(saidBy(correlate(graph ?? []))).toEqual(incidents);
    expect(incidents).toHaveProperty('incidents.20');
  });
});
