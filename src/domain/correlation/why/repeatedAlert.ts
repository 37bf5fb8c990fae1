import type { AlertKey } from '../../alert.ts';
import type { ColumnCorrelation } from '../correlateColumns.ts';

/** The alert that this one repeats: the first of its episode. Undefined for one that repeats none, or is not known. */
export function repeatedAlert({ context, episodes, rowOf }: ColumnCorrelation, key: AlertKey): AlertKey | undefined {
  const row = rowOf.get(key);
  if (row === undefined) return undefined;
  const first = episodes.firstRow[episodes.of[row] as number];
  return first === row || first === undefined ? undefined : context.alerts.keys[first];
}
