import type { Alert } from '../domain/alert.ts';
import type { Correlation } from '../domain/correlation/correlation.ts';
import type { Incident, IncidentId } from '../domain/incident.ts';
import type { Steps } from '../domain/steps.ts';
import type { ItemTarget } from '../protocol/panelTarget.ts';
import { alertGroups, treeIndexOf } from './tree/treeIndex.ts';

/** Something to be found; `text` holds all that can be searched, in lower case. */
export interface SearchEntry {
  readonly target: ItemTarget;
  readonly text: string;
}

export interface SearchResult<Entry> {
  readonly found: readonly Entry[];
  /** Matches beyond the limit. */
  readonly more: number;
}

/** Items that are read between two yields. */
const itemsAtOnce = 128;

/** Incidents by title, resource and id (those that were merged into them as well), in the order of the tree. */
export function* incidentEntries(correlation: Correlation): Steps<readonly SearchEntry[]> {
  const formerIds = new Map<IncidentId, IncidentId[]>();
  for (const [old, id] of correlation.formerIds) formerIds.set(id, [...(formerIds.get(id) ?? []), old]);
  const entries: SearchEntry[] = [];
  for (const incident of treeIndexOf(correlation).incidents) {
    const text = incidentText(incident, formerIds.get(incident.id) ?? []);
    entries.push({ target: { kind: 'incident', id: incident.id }, text });
    if (entries.length % itemsAtOnce === 0) yield;
  }
  return entries;
}

/** Alerts by title, type, resource and id, in the order of the tree. */
export function* alertEntries(correlation: Correlation): Steps<readonly SearchEntry[]> {
  const { groups } = treeIndexOf(correlation);
  const entries: SearchEntry[] = [];
  for (const group of alertGroups) {
    for (const alert of groups.get(group) ?? []) {
      entries.push({ target: { kind: 'alert', id: alert.key }, text: alertText(alert) });
      if (entries.length % itemsAtOnce === 0) yield;
    }
  }
  return entries;
}

/** Entries that contain every word of the query, in any order and case; all of them for an empty query. */
export function searchItems<Entry extends { readonly text: string }>(
  entries: readonly Entry[],
  query: string,
  limit: number,
): SearchResult<Entry> {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: Entry[] = [];
  let more = 0;
  for (const entry of entries) {
    if (!words.every((word) => entry.text.includes(word))) continue;
    if (found.length < limit) found.push(entry);
    else more += 1;
  }
  return { found, more };
}

/** Longest part of one field that is searched: a name of 5 MB must not make each keystroke slow. */
const fieldLimit = 500;

function searchable(fields: readonly (string | undefined)[]): string {
  return fields
    .filter((field) => field !== undefined)
    .map((field) => field.slice(0, fieldLimit))
    .join('\n')
    .toLowerCase();
}

function incidentText({ title, severity, id, resourceIds }: Incident, formerIds: readonly IncidentId[]): string {
  return searchable([title, severity, id, ...formerIds, ...resourceIds]);
}

function alertText(alert: Alert): string {
  const resources = alert.resources.map(({ azureResourceId }) => azureResourceId);
  const { displayName, alertType, severity, compromisedEntity, systemAlertId, id } = alert;
  return searchable([displayName, alertType, severity, compromisedEntity, systemAlertId, id, ...resources]);
}
