import { factsOfRow } from '../../../src/cli/factsOfRow.ts';
import { AlertTable, type AlertColumns } from '../../../src/domain/correlation/alertTable.ts';
import { correlateColumns } from '../../../src/domain/correlation/correlateColumns.ts';
import type { ColumnIncident } from '../../../src/domain/correlation/incidents/columnIncident.ts';
import { columnIncidents } from '../../../src/domain/correlation/incidents/columnIncidents.ts';
import { cpuSince } from './deliveries.ts';
import type { Row } from './row.ts';

export interface OurGroups {
  /** For each row the number of its alert's incident, -1 where it has none. */
  readonly labels: ArrayLike<number>;
  /** CPU milliseconds of the correlation itself, after all rows are read. */
  readonly correlateCpu: number;
}

/** The product's engine, by the way of the command line: of each alert only what the engine keeps stays in memory. */
export function groupOurs(rows: Iterable<Row>): OurGroups {
  const table = new AlertTable();
  const keys: string[] = [];
  for (const row of rows) {
    const facts = factsOfRow(row);
    if (typeof facts === 'string') throw new Error(`The engine refuses row ${keys.length}: ${facts}`);
    table.add(facts);
    keys.push(facts.key);
  }
  const before = process.cpuUsage();
  const columns = table.columns();
  const incidents = columnIncidents(correlateColumns(columns));
  const correlateCpu = cpuSince(before);
  const labelOfRow = labelRows(columns, incidents);
  const labels = Int32Array.from(keys, (key) => labelOfRow[columns.rowOf.get(key) ?? -1] ?? -1);
  return { labels, correlateCpu };
}

/** An alert can be in several incidents; a grouping has one place for it: the one with the latest activity. */
function labelRows({ size, end }: AlertColumns, incidents: readonly ColumnIncident[]): Int32Array {
  const last = (rows: readonly number[]): number =>
    rows.reduce((latest, row) => Math.max(latest, end[row] ?? -Infinity), -Infinity);
  const labels = new Int32Array(size).fill(-1);
  const earliestFirst = incidents
    .map(({ id, rows }, label) => ({ id, rows, label, last: last(rows) }))
    .sort((a, b) => (a.last === b.last ? (a.id < b.id ? 1 : -1) : a.last < b.last ? -1 : 1));
  for (const { rows, label } of earliestFirst) for (const row of rows) labels[row] = label;
  return labels;
}
