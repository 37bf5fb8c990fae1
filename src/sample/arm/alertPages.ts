import { decodeSkipToken, encodeSkipToken } from './skipToken.ts';
import type { SampleAlert } from '../wire/sampleAlert.ts';
import type { NextRows } from './skipToken.ts';

/** Alerts that a page holds of each region. */
const pageSizePerRegion = 100;

export interface AlertPage {
  readonly alerts: readonly SampleAlert[];
  /** How many regions were asked. */
  readonly regionCount: number;
  /** Absent on the last page. */
  readonly skipToken?: string;
}

/**
 * One page of a list, as the service pages it: up to 100 alerts of each region, region after region, newest first
 * within each. Nothing orders the page as a whole.
 * @param alerts all alerts of the scope, sorted by name
 * @returns undefined when the skip token is not one of ours
 */
export function pageOf(
  alerts: readonly SampleAlert[],
  path: string,
  apiVersion: string,
  skipToken: string | undefined,
): AlertPage | undefined {
  const from = skipToken === undefined ? firstRows(alerts) : decodeSkipToken(skipToken);
  if (from === undefined) return undefined;
  const regions = Object.entries(from).map(([region, name]) => cut(alerts, region, name));
  const nextRows: NextRows = Object.fromEntries(regions.flatMap(({ next }) => next));
  return {
    alerts: regions.flatMap(({ page }) => page),
    regionCount: Math.max(1, regions.length),
    ...(Object.keys(nextRows).length > 0 && { skipToken: encodeSkipToken(nextRows, path, apiVersion) }),
  };
}

function firstRows(alerts: readonly SampleAlert[]): NextRows {
  const regions = [...new Set(alerts.map(({ region }) => region.toUpperCase()))].sort();
  return Object.fromEntries(regions.map((region) => [region, '']));
}

function cut(alerts: readonly SampleAlert[], region: string, from: string) {
  const rest = alerts.filter((alert) => alert.region.toUpperCase() === region && alert.name >= from);
  const after = rest[pageSizePerRegion];
  return { page: rest.slice(0, pageSizePerRegion), next: after === undefined ? [] : [[region, after.name] as const] };
}
