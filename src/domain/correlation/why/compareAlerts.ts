import type { AlertKey } from '../../alert.ts';
import type { ColumnCorrelation } from '../correlateColumns.ts';
import type { CorrelationLink, CorrelationTie } from '../correlationLink.ts';
import { tieBetween } from './tieBetween.ts';
import { whyApart, type Apart } from './whyApart.ts';
import { whyTogether } from './whyTogether.ts';

/** Why two alerts are together, or what kept them apart. */
export interface AlertComparison {
  /** The links that lead from the first to the second; absent when they are of different groups. */
  readonly path?: readonly CorrelationLink[];
  readonly apart: Apart;
  /** What the two by themselves have to do with each other; absent for one that repeats the other, or is not known. */
  readonly tie?: CorrelationTie;
}

/** All that there is to say about two alerts, by their keys. */
export function compareAlerts(computed: ColumnCorrelation, from: AlertKey, to: AlertKey): AlertComparison {
  const path = whyTogether(computed, from, to);
  const tie = tieBetween(computed, from, to);
  return {
    ...(path === undefined ? {} : { path }),
    apart: whyApart(computed, from, to),
    ...(tie === undefined ? {} : { tie }),
  };
}
