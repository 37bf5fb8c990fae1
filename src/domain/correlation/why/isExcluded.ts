import type { ColumnCorrelation } from '../correlateColumns.ts';

/** Whether a person decided that alerts of a row's type are never correlated. */
export function isExcluded({ context, options }: ColumnCorrelation, row: number): boolean {
  const { type, typeNames } = context.alerts;
  return options.excludedTypes.includes((typeNames[type[row] as number] ?? '').toLowerCase());
}
