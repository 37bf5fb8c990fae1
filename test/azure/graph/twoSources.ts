import type { PipelineRequest } from '@azure/core-rest-pipeline';
import type { GatewayOptions } from '../../../src/azure/index.ts';
import type { AzureResult } from '../../../src/domain/azureFailure.ts';
import type { Json, JsonObject } from '../../../src/domain/json.ts';
import { ownString } from '../../../src/domain/json.ts';
import type { Subscription } from '../../../src/domain/subscription.ts';
import type { AlertListing, Cancellation } from '../../../src/services/ports.ts';
import { wireAlert, wirePage } from '../../builders/wireAlert.ts';
import type { Answer, InProcessArm } from '../inProcessArm.ts';
import { inProcessArm, subscription, tenantA, uncancelled } from '../inProcessArm.ts';
import { asGraphRow } from './asGraphRow.ts';

export const subscriptionId = (n: number): string => `${String(n).padStart(8, '0')}-1111-4111-8111-111111111111`;

/** The nth of a tenant. */
export const aSubscription = (n: number, tenantId = tenantA): Subscription => ({
  ...subscription,
  subscriptionId: subscriptionId(n),
  tenantId,
});

/** Alerts of the nth subscription, each with a name of its own. */
export function alertsOf(n: number, count: number): readonly JsonObject[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `25170000000000${String(index).padStart(5, '0')}_7c9f0a64-3f56-4f6e-9a5e-${String(n).padStart(12, '0')}`;
    const place = `/subscriptions/${subscriptionId(n)}/providers/Microsoft.Security/locations/westeurope/alerts`;
    return wireAlert({ systemAlertId: name }, { id: `${place}/${name}`, name });
  });
}

interface GraphRequest {
  readonly query: string;
  readonly subscriptions: readonly string[];
  readonly options: { readonly $top: number; readonly $skipToken?: string };
}

export interface TwoSources {
  /** Alerts by number of the subscription. */
  readonly alerts: ReadonlyMap<number, readonly JsonObject[]>;
  /** Numbers of those that Resource Graph leaves out without a word. */
  readonly leftOut?: readonly number[];
  /** Numbers of those whose plans it does not have. */
  readonly withoutPlans?: readonly number[];
  /** Another answer of Resource Graph than the right one, or a change of it. */
  readonly graph?: (request: GraphRequest, right: JsonObject) => Answer | undefined;
  /** Another answer of the alerts API. */
  readonly alertsApi?: (n: number) => Answer | undefined;
}

const number = (id: string): number => Number(id.slice(0, 8));

/** An Azure with the same alerts behind the alerts API and behind Resource Graph. */
export function twoSources(sources: TwoSources, options: Partial<GatewayOptions> = {}): InProcessArm {
  return inProcessArm(
    (request) => {
      if (request.method === 'POST') return answerAsGraph(sources, request);
      const n = number(/subscriptions\/([^/]+)/.exec(request.url)?.[1] ?? '');
      return sources.alertsApi?.(n) ?? { body: wirePage(sources.alerts.get(n) ?? []) };
    },
    { source: 'graph', ...options },
  );
}

function answerAsGraph(sources: TwoSources, { body }: PipelineRequest): Answer {
  const request = JSON.parse(typeof body === 'string' ? body : '') as GraphRequest;
  const seen = request.subscriptions.map(number).filter((n) => sources.leftOut?.includes(n) !== true);
  const rows = request.query.includes('summarize')
    ? seen.map((n) => censusRow(sources, n))
    : seen.flatMap((n) => (sources.alerts.get(n) ?? []).map(asGraphRow)).sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const right = pageOf(rows, request);
  return sources.graph?.(request, right) ?? { body: right };
}

export const idOf = (row: JsonObject | undefined): string => ownString(row ?? {}, 'id') ?? '';

function censusRow({ alerts, withoutPlans }: TwoSources, n: number): JsonObject {
  const plans = withoutPlans?.includes(n) === true ? [''] : ['', 'VirtualMachines:Standard:'];
  return { id: subscriptionId(n), alerts: alerts.get(n)?.length ?? 0, plans };
}

function pageOf(rows: readonly Json[], { options: { $top, $skipToken } }: GraphRequest): JsonObject {
  const from = Number($skipToken ?? 0);
  const data = rows.slice(from, from + $top);
  const next = from + data.length < rows.length ? { $skipToken: String(from + data.length) } : {};
  return { totalRecords: rows.length, count: data.length, resultTruncated: 'false', facets: [], data, ...next };
}

/** What was settled, by number of the subscription; fails when one was settled twice. */
export async function readAll(
  { gateway }: InProcessArm,
  subscriptions: readonly Subscription[],
  cancellation: Cancellation = uncancelled,
): Promise<ReadonlyMap<number, AzureResult<AlertListing>>> {
  const settled = new Map<number, AzureResult<AlertListing>>();
  const sink = {
    arriving: () => undefined,
    settled: (id: string, result: AzureResult<AlertListing>) => {
      if (settled.has(number(id))) throw new Error(`${id} was settled twice`);
      settled.set(number(id), result);
    },
  };
  await gateway.readAlerts(subscriptions, sink, cancellation);
  return settled;
}

/** `graph 3`, `alerts 2` or the kind of the failure, by number of the subscription. */
export function outcomes(settled: ReadonlyMap<number, AzureResult<AlertListing>>): Readonly<Record<number, string>> {
  return Object.fromEntries(
    [...settled].map(([n, result]) => [
      n,
      result.ok ? `${result.value.source} ${String(result.value.alerts.length)}` : result.failure.kind,
    ]),
  );
}
