import type { ColumnCorrelation } from '../domain/correlation/correlateColumns.ts';
import { compareAlerts } from '../domain/correlation/why/compareAlerts.ts';
import { whyAlone } from '../domain/correlation/why/whyAlone.ts';
import type { Explanations } from './correlator.ts';

/** Answers from tables that are in this thread. */
export function explanationsOf(computed: ColumnCorrelation): Explanations {
  return {
    whyAlone: (alertKey) => Promise.resolve(whyAlone(computed, alertKey)),
    compare: (from, to) => Promise.resolve(compareAlerts(computed, from, to)),
  };
}
