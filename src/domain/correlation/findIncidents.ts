import type { Steps } from '../steps.ts';
import type { AlertTable } from './alertTable.ts';
import { correlateColumns, type ColumnCorrelation } from './correlateColumns.ts';
import type { CorrelationOptions } from './correlationOptions.ts';
import type { ColumnIncident } from './incidents/columnIncident.ts';
import { columnIncidents } from './incidents/columnIncidents.ts';
import { explainIncident } from './incidents/explainIncident.ts';
import type { FoundIncident } from './incidents/foundIncident.ts';
import { commonThings, type CommonThing } from './tuning/commonThings.ts';
import { repeatedAlert } from './why/repeatedAlert.ts';

/** What correlation found out, but for the alerts' own words. */
export interface Findings {
  readonly incidents: readonly FoundIncident[];
  readonly commonThings: readonly CommonThing[];
  /** What was computed, for whoever asks why. */
  readonly computed: ColumnCorrelation;
}

/** The part of correlation that needs no more of the alerts than a table of numbers. */
export function* findIncidents(table: AlertTable, options: CorrelationOptions): Steps<Findings> {
  const columns = table.columns();
  yield;
  const computed = correlateColumns(columns, options);
  yield;
  const incidents: FoundIncident[] = [];
  for (const incident of columnIncidents(computed)) {
    incidents.push(foundIncident(incident, computed));
    yield;
  }
  return { incidents, commonThings: commonThings(computed), computed };
}

/** An incident in words and keys, explained. */
export function foundIncident(incident: ColumnIncident, computed: ColumnCorrelation): FoundIncident {
  const { rows, takenAway, joinedBy: _, ...found } = incident;
  const { keys } = computed.context.alerts;
  const keysOf = (some: readonly number[]): readonly string[] => some.map((row) => keys[row] ?? '');
  const { sentence, links } = explainIncident(computed, incident);
  const alertKeys = keysOf(rows);
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const repeats = alertKeys.filter((key) => !linked.has(key) && linked.has(repeatedAlert(computed, key) ?? ''));
  return { ...found, alertKeys, takenAway: keysOf(takenAway), sentence, links, repeats: repeats.length };
}
