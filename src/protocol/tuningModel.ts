import { serviceTrusts } from '../domain/correlation/correlationOptions.ts';
import { stopListParts } from '../domain/correlation/tuning/stopList.ts';
import { alertKey } from './checklistModel.ts';
import { incidentId } from './incidentPanelModel.ts';
import { array, boolean, finite, object, oneOf, string, type Guard, type Guarded } from './schema.ts';
import { severityModel } from './severityModel.ts';

/** More than a person writes, and few enough to be read at every key stroke. */
const mostEntries = 5_000;
const longestEntry = 1_000;

const entries: Guard<readonly string[]> = (value): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= mostEntries &&
  value.every((each) => typeof each === 'string' && each.length <= longestEntry);

/** The settings of correlation as a person writes them, unchecked but for their form. */
export const tuningDraft = object({
  /** 0 (complete) to 100 (precise). */
  precision: finite,
  /** Days. */
  timeSpan: finite,
  /** One entry for each line of the field, blank ones included: problems name them by line. */
  addresses: entries,
  accounts: entries,
  resources: entries,
  excludedAlertTypes: entries,
  serviceIncidents: oneOf(...serviceTrusts),
});
export type TuningDraft = Guarded<typeof tuningDraft>;

/** What is wrong in a field, in words. `line` from 1; 0 where the field has one value. */
const tuningProblem = object({ field: oneOf('timeSpan', ...stopListParts), line: finite, text: string });
export type TuningProblem = Guarded<typeof tuningProblem>;

/** A thing that already connects nothing, to be added to a stop list with one click. */
const tuningSuggestion = object({ part: oneOf(...stopListParts), entry: string, alerts: finite });
export type TuningSuggestion = Guarded<typeof tuningSuggestion>;

/** `type` is the service's word, to name it by; `label` and `title` are for people. */
const alertTypeRow = object({ type: string, label: string, title: string, alerts: finite });
export type AlertTypeRow = Guarded<typeof alertTypeRow>;

/** One incident before or after. `incidentId` where it can be opened: it is in the list now. */
const tunedIncident = object(
  { title: string, severity: severityModel, alerts: finite, members: array(object({ alertKey, title: string })) },
  { incidentId },
);
export type TunedIncident = Guarded<typeof tunedIncident>;

const tuningChange = object({
  kind: oneOf('merged', 'split', 'rearranged', 'grew', 'shrank', 'changed', 'appeared', 'vanished'),
  before: array(tunedIncident),
  after: array(tunedIncident),
  /** Alerts that were in none of them, and that are in none of them any more. */
  joined: finite,
  left: finite,
});
export type TuningChange = Guarded<typeof tuningChange>;

/** What the draft would change, or what the last change did. */
const tuningPreview = object({
  basis: oneOf('draft', 'lastChange', 'none'),
  /** Newer figures are being worked out; what is shown is of before. */
  working: boolean,
  failed: boolean,
  summary: string,
  changes: array(tuningChange),
  /** How many changes are not listed. */
  more: finite,
});
export type TuningPreviewModel = Guarded<typeof tuningPreview>;

/** The panel in which correlation is tuned. */
export const tuningPanelModel = object({
  kind: oneOf('tuning'),
  /** Rises when the host itself sets the draft; edits of an older draft are not taken. */
  generation: finite,
  draft: tuningDraft,
  defaults: tuningDraft,
  /** The draft says something else than what is in force. */
  changed: boolean,
  /** Every value can be used, or left out. */
  canApply: boolean,
  /** The settings could not be written. */
  notApplied: boolean,
  problems: array(tuningProblem),
  suggestions: array(tuningSuggestion),
  alertTypes: array(alertTypeRow),
  /** How many alerts there are to try it on. */
  alerts: finite,
  preview: tuningPreview,
});
export type TuningPanelModel = Guarded<typeof tuningPanelModel>;
