import type { AlertKey } from '../../alert.ts';
import type { ColumnCorrelation } from '../correlateColumns.ts';
import type { CorrelationTie } from '../correlationLink.ts';
import { tieOf } from '../incidents/linkOf.ts';

/**
 * What two alerts by themselves have to do with each other, in any order, linked or not. Undefined when one of them is
 * not known, or says the same as the other.
 */
export function tieBetween(
  { context, episodes, grouping, rowOf, options }: ColumnCorrelation,
  a: AlertKey,
  b: AlertKey,
): CorrelationTie | undefined {
  const [rowA, rowB] = [rowOf.get(a), rowOf.get(b)];
  if (rowA === undefined || rowB === undefined) return undefined;
  const [one, other] = [episodes.of[rowA] as number, episodes.of[rowB] as number];
  if (one === other) return undefined;
  return tieOf(context, Math.min(one, other), Math.max(one, other), options.thresholds.prior, grouping.lift);
}
