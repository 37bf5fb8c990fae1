import type { Metrics, Quality } from './metrics.ts';

export interface TableRow {
  readonly tier: string;
  readonly method: string;
  readonly metrics: Metrics;
  /** CPU milliseconds of the grouping alone. */
  readonly cpu: number;
}

const columns: readonly (readonly [title: string, value: (row: TableRow) => string])[] = [
  ['tier', ({ tier }) => tier],
  ['method', ({ method }) => method],
  ['pair P/R/F1', ({ metrics }) => triple(metrics.pairwise)],
  ['B3 P/R/F1', ({ metrics }) => triple(metrics.bCubed)],
  ['B3 campaigns', ({ metrics }) => triple(metrics.bCubedCampaigns)],
  ['false merges', ({ metrics }) => percent(metrics.falseMerges)],
  ['split', ({ metrics }) => percent(metrics.split)],
  ['right 95/95', ({ metrics }) => percent(metrics.right)],
  ['exact', ({ metrics }) => percent(metrics.exact)],
  ['benign grouped', ({ metrics }) => percent(metrics.benignGrouped)],
  ['beside campaigns', ({ metrics }) => percent(metrics.benignBesideCampaigns)],
  ['biggest', ({ metrics }) => metrics.biggestGroup.toFixed(0)],
  ['groups', ({ metrics }) => metrics.groups.toFixed(0)],
  ['CPU ms', ({ cpu }) => cpu.toFixed(0)],
];

function triple({ precision, recall, f1 }: Quality): string {
  return [precision, recall, f1].map((value) => value.toFixed(3)).join('/');
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)}%`;
}

/** All methods of all tiers in one table of plain text. */
export function renderTable(rows: readonly TableRow[]): string {
  const cells = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, value]) => value(row)))];
  const widths = columns.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
