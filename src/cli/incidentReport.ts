import type { ColumnCorrelation } from '../domain/correlation/correlateColumns.ts';
import type { CorrelationLink } from '../domain/correlation/correlationLink.ts';
import type { ColumnIncident } from '../domain/correlation/incidents/columnIncident.ts';
import { explainIncident } from '../domain/correlation/incidents/explainIncident.ts';

interface Explanation {
  readonly sentence: string;
  readonly links: readonly ExplainedLink[];
}

/** `from` and `to` are systemAlertIds; `gapMs` is in milliseconds. */
type ExplainedLink = Pick<CorrelationLink, 'from' | 'to' | 'step' | 'probability' | 'stage' | 'shared'> & {
  readonly gapMs: number;
};

/** One incident as the command line prints it. Its texts are hostile: JSON escapes them, a table must filter them. */
export interface ReportedIncident extends Pick<ColumnIncident, 'id' | 'title' | 'severity' | 'score' | 'kind'> {
  readonly alertIds: readonly string[];
  readonly explanation?: Explanation;
}

/** CPU milliseconds: the JSON parser alone, the engine alone, and the whole run. */
interface Timings {
  readonly parseMs: number;
  readonly correlateMs: number;
  readonly totalMs: number;
}

export interface Report {
  /** Made one by one, since all explanations at once would double the memory. */
  readonly incidents: () => Iterable<ReportedIncident>;
  readonly standaloneAlertIds: readonly string[];
  /** Read after everything else was written. */
  readonly timings: () => Timings;
}

export function* reportIncidents(
  result: ColumnCorrelation,
  incidents: readonly ColumnIncident[],
  explain: boolean,
): Generator<ReportedIncident, undefined> {
  const { ids } = result.context.alerts;
  const idOf = (key: string): string => ids[result.rowOf.get(key) ?? -1] ?? key;
  for (const found of incidents) {
    const { id, title, severity, score, kind, rows } = found;
    const incident = { id, title, severity, score, kind, alertIds: rows.map((row) => ids[row] ?? '') };
    if (!explain) {
      yield incident;
      continue;
    }
    const { sentence, links } = explainIncident(result, found);
    yield { ...incident, explanation: { sentence, links: links.map((link) => explainLink(link, idOf)) } };
  }
  return undefined;
}

function explainLink(
  { from, to, step, probability, gap, stage, shared }: CorrelationLink,
  idOf: (key: string) => string,
): ExplainedLink {
  return { from: idOf(from), to: idOf(to), step, probability, gapMs: gap, stage, shared };
}

/** Ids of the alerts that are in no incident, chronological. */
export function standaloneIds({ context }: ColumnCorrelation, incidents: readonly ColumnIncident[]): readonly string[] {
  const grouped = new Uint8Array(context.alerts.size);
  for (const { rows } of incidents) for (const row of rows) grouped[row] = 1;
  return context.alerts.ids.filter((_, row) => grouped[row] === 0);
}
