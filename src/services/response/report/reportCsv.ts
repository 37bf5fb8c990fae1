import { csv } from './csv.ts';
import type { IncidentReport, ReportedAlert, ReportedEntry } from './incidentReport.ts';
import type { ReportedStep } from './reportedSteps.ts';

const columns = [
  'time', 'kind', 'who', 'what', 'outcome', 'words', 'details', 'severity', 'resource', 'step', 'command', 'exitCode',
  'durationMs', 'outputSha256', 'output', 'id', 'incidentId', 'incident',
] as const; // prettier-ignore

type Row = Partial<Record<(typeof columns)[number], string>>;

/** Everything that happened and was done, one thing a row, in the order of time; what has no time comes last. */
export function reportCsv(report: IncidentReport): string {
  const { alerts, incident, journal, steps } = report;
  const rows: readonly Row[] = [...alerts.map(alertRow), ...steps.map(stepRow), ...journal.map(entryRow)];
  const inOrder = rows.toSorted((a, b) => compare(a.time ?? '9', b.time ?? '9'));
  const about = { incidentId: incident.id, incident: incident.title };
  return csv([columns, ...inOrder.map((row) => columns.map((column) => ({ ...row, ...about })[column] ?? ''))]);
}

function alertRow({ id, resource, severity, status, tactics, time, title, why }: ReportedAlert): Row {
  return {
    ...(time === undefined ? {} : { time }),
    kind: 'alert',
    what: title,
    outcome: status,
    words: why,
    details: tactics.join(', '),
    severity,
    resource,
    ...(id === undefined ? {} : { id }),
  };
}

/** What is written down about runbooks has rows of its own; of the service's steps this is all there is. */
function stepRow({ at, by, exitCode, of, reason, state, text, verification }: ReportedStep): Row {
  return {
    ...(at === undefined ? {} : { time: at }),
    kind: 'step',
    ...(by === undefined ? {} : { who: by }),
    what: text,
    outcome: verification === undefined ? state : `${state}: ${verification}`,
    ...(reason === undefined ? {} : { words: reason }),
    step: of,
    ...(exitCode === undefined ? {} : { exitCode: String(exitCode) }),
  };
}

function entryRow(entry: ReportedEntry): Row {
  const { at, by, command, details, durationMs, exitCode, id, kind, outcome, output, outputSha256, step, what, words } =
    entry;
  return {
    time: at,
    kind,
    who: by,
    what,
    ...(outcome === undefined ? {} : { outcome: outcome.text }),
    ...(words === undefined ? {} : { words }),
    details: details.join('\n'),
    ...(step === undefined ? {} : { step }),
    ...(command === undefined ? {} : { command }),
    ...(exitCode === undefined ? {} : { exitCode: String(exitCode) }),
    ...(durationMs === undefined ? {} : { durationMs: String(durationMs) }),
    ...(outputSha256 === undefined ? {} : { outputSha256 }),
    ...(output === undefined ? {} : { output }),
    id,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
