import type { Alert } from '../../domain/alert.ts';
import type { Correlation } from '../../domain/correlation/correlation.ts';
import type { IncidentChange } from '../../domain/correlation/tuning/compareCorrelations.ts';
import { timeSpanRange } from '../../domain/correlation/tuning/correlationSettings.ts';
import { readStopList, type StopListPart } from '../../domain/correlation/tuning/stopList.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { memberKeys, type Incident } from '../../domain/incident.ts';
import type {
  AlertTypeRow,
  TunedIncident,
  TuningChange,
  TuningDraft,
  TuningPanelModel,
  TuningPreviewModel,
  TuningProblem,
  TuningSuggestion,
} from '../../protocol/tuningModel.ts';
import { sameValue } from '../sameValue.ts';
import { changeCounts, changeKinds, changeText } from '../tuning/changeCounts.ts';
import { defaultDraft } from '../tuning/tuningDraft.ts';
import { canApply, type TuningPreview, type TuningState } from '../tuning/tuningSession.ts';
import { severityOf } from './severityOf.ts';

const changesShown = 200;
const membersShown = 12;
const problemsShown = 50;

const forms: Readonly<Record<StopListPart, string>> = {
  addresses: 'is no IP address or range, and is ignored',
  accounts: 'is no account, and is ignored',
  resources: 'is no resource id or name, and is ignored',
};

/** The panel in which correlation is tuned, as things stand. */
export function buildTuningPanelModel(state: TuningState, correlation: Correlation): TuningPanelModel {
  const { generation, draft, applied, notApplied, preview } = state;
  return {
    kind: 'tuning',
    generation,
    draft,
    defaults: defaultDraft,
    changed: !sameValue(draft, applied),
    canApply: canApply(draft),
    notApplied,
    problems: problemsOf(draft),
    suggestions: suggestionsOf(correlation, draft),
    alertTypes: alertTypesOf(correlation, draft),
    alerts: correlation.alerts.size,
    preview: previewOf(preview, correlation),
  };
}

function problemsOf(draft: TuningDraft): readonly TuningProblem[] {
  const entries = readStopList(draft).badEntries.map(({ part, index, entry }): TuningProblem => {
    return {
      field: part,
      line: index + 1,
      text: `Line ${String(index + 1)}: “${displayLabel(entry, 80)}” ${forms[part]}.`,
    };
  });
  if (canApply(draft)) return entries.slice(0, problemsShown);
  const { least, most } = timeSpanRange;
  const text = `The time span must be from ${String(least)} to ${String(most)} days.`;
  return [{ field: 'timeSpan', line: 0, text }, ...entries.slice(0, problemsShown)];
}

/** Names are written by whoever wrote the alert: what would not be shown as it is, nobody should add with a click. */
function suggestionsOf({ commonThings }: Correlation, draft: TuningDraft): readonly TuningSuggestion[] {
  return commonThings.filter(({ part, entry }) => displayLabel(entry) === entry && !draft[part].includes(entry));
}

/** Those that are excluded first, then those with most alerts. */
function alertTypesOf({ alerts }: Correlation, { excludedAlertTypes }: TuningDraft): readonly AlertTypeRow[] {
  const found = new Map<string, { readonly alert: Alert; count: number }>();
  for (const alert of alerts.values()) {
    if (alert.isIncident) continue;
    const folded = alert.alertType.toLowerCase();
    const known = found.get(folded);
    if (known === undefined) found.set(folded, { alert, count: 1 });
    else known.count += 1;
  }
  const excluded = new Set(excludedAlertTypes.map((type) => type.trim().toLowerCase()));
  const gone = [...excluded].filter((type) => type !== '' && !found.has(type));
  const present = [...found].map(([folded, { alert, count }]) => ({
    row: {
      type: alert.alertType,
      label: displayLabel(alert.alertType),
      title: displayLabel(alert.displayName),
      alerts: count,
    },
    rank: excluded.has(folded) ? 0 : 1,
  }));
  return [
    ...gone.map((type) => ({ type, label: 'no alert in the list', title: displayLabel(type), alerts: 0 })),
    ...present
      .sort((a, b) => a.rank - b.rank || b.row.alerts - a.row.alerts || (a.row.type < b.row.type ? -1 : 1))
      .map(({ row }) => row),
  ];
}

function previewOf({ basis, working, failed, diff }: TuningPreview, correlation: Correlation): TuningPreviewModel {
  const listed = new Set(correlation.incidents.map(({ id }) => id));
  const summary = basis === 'none' ? '' : changeText(changeCounts(diff), basis === 'draft' ? 'would' : 'done');
  return {
    basis,
    working,
    failed,
    summary,
    changes: byKind(diff.changes)
      .slice(0, changesShown)
      .map((change) => changeOf(change, basis, listed, correlation)),
    more: Math.max(0, diff.changes.length - changesShown),
  };
}

/** What merges and splits is what a person looks for first. */
function byKind(changes: readonly IncidentChange[]): readonly IncidentChange[] {
  return changeKinds.flatMap((kind) => changes.filter((change) => change.kind === kind));
}

/** In a preview what is before is in the list now; after a change what is after is. */
function changeOf(
  { kind, before, after, joined, left }: IncidentChange,
  basis: TuningPreview['basis'],
  listed: ReadonlySet<string>,
  correlation: Correlation,
): TuningChange {
  const side = (incidents: readonly Incident[], now: boolean): readonly TunedIncident[] =>
    incidents.map((incident) => tunedIncident(incident, now && listed.has(incident.id), correlation));
  return { kind, before: side(before, basis === 'draft'), after: side(after, basis === 'lastChange'), joined, left };
}

function tunedIncident(incident: Incident, canOpen: boolean, { alerts }: Correlation): TunedIncident {
  const keys = memberKeys(incident);
  const members = keys.slice(0, membersShown).flatMap((alertKey) => {
    const alert = alerts.get(alertKey);
    return alert === undefined ? [] : [{ alertKey, title: displayLabel(alert.displayName) }];
  });
  return {
    title: displayLabel(incident.title),
    severity: severityOf(incident.severity),
    alerts: keys.length,
    members,
    ...(canOpen ? { incidentId: incident.id } : {}),
  };
}
