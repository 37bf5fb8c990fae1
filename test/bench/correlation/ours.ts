import { isSkippedRow, mapAlert } from '../../../src/azure/mapAlert.ts';
import { WordPool } from '../../../src/azure/wire/wordPool.ts';
import type { Alert } from '../../../src/domain/alert.ts';
import { correlate } from '../../../src/domain/correlation/correlate.ts';
import { memberKeys } from '../../../src/domain/incident.ts';
import { cpuSince } from './deliveries.ts';
import type { Row } from './row.ts';

export interface OurGroups {
  /** For each row the number of its alert's incident, -1 where it has none. */
  readonly labels: ArrayLike<number>;
  /** CPU milliseconds of the correlation itself, after all rows are read and mapped. */
  readonly correlateCpu: number;
}

/** The product's engine, behind the benchmark's interface. */
export function groupOurs(rows: Iterable<Row>): OurGroups {
  const words = new WordPool();
  const alerts: Alert[] = [];
  for (const row of rows) {
    const alert = mapAlert(row, { subscriptionId: '' }, alerts.length, words);
    if (isSkippedRow(alert)) throw new Error(`The engine refuses row ${alerts.length}: ${alert.reason}`);
    alerts.push(alert);
  }
  const before = process.cpuUsage();
  const { incidents } = correlate(alerts);
  const incidentOf = new Map<string, number>();
  incidents.forEach((incident, index) => {
    // An alert can be in several incidents; a grouping has one place for it.
    for (const key of memberKeys(incident)) if (!incidentOf.has(key)) incidentOf.set(key, index);
  });
  const labels = Int32Array.from(alerts, ({ key }) => incidentOf.get(key) ?? -1);
  return { labels, correlateCpu: cpuSince(before) };
}
