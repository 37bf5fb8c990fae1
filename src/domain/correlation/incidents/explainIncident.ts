import type { AlertColumns } from '../alertTable.ts';
import type { ColumnCorrelation } from '../correlateColumns.ts';
import type { CorrelationLink } from '../correlationLink.ts';
import type { ColumnIncident } from './columnIncident.ts';
import { incidentSentence } from './incidentSentence.ts';
import { linkOf } from './linkOf.ts';

export interface IncidentExplanation {
  /** One sentence: what makes these alerts one incident. Holds texts of alerts: shown as text only. */
  readonly sentence: string;
  /** A tree over its alerts; fewer where the service alone says that an alert belongs. */
  readonly links: readonly CorrelationLink[];
}

/** Why the alerts of an incident belong together. Apart from finding it, since of most incidents nobody asks. */
export function explainIncident(
  { context, options, grouping }: ColumnCorrelation,
  { rows, joinedBy, declaredBy }: ColumnIncident,
): IncidentExplanation {
  const links = joinedBy.map(({ earlier, later, step }) =>
    linkOf(context, earlier, later, step, options.thresholds.prior, grouping.lift),
  );
  const duration = durationOf(context.alerts, rows);
  return { links, sentence: incidentSentence(rows.length, duration, links, declaredBy !== undefined) };
}

/** From the first beginning to the last end, milliseconds. Alerts without a time come last and take none. */
function durationOf({ start, end }: AlertColumns, rows: readonly number[]): number {
  const begin = start[rows[0] ?? -1] ?? NaN;
  const last = rows.reduce((latest, row) => ((end[row] as number) > latest ? (end[row] as number) : latest), begin);
  return Number.isNaN(begin) ? 0 : last - begin;
}
