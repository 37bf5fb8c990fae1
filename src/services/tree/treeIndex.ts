import type { Alert } from '../../domain/alert.ts';
import type { Correlation } from '../../domain/correlation/correlation.ts';
import type { Incident, IncidentId } from '../../domain/incident.ts';
import type { Severity } from '../../domain/severity.ts';
import { alertTime } from '../../domain/alert.ts';
import { isOpen } from '../../domain/alertStatus.ts';
import { compareSeverity, severities } from '../../domain/severity.ts';
import { memberKeys } from '../../domain/incident.ts';

/** Open alerts stand under their severity; those that somebody has closed stand together, out of the way. */
export type AlertGroup = Severity | 'Closed';

/** Groups in the order in which they are shown, worst first. */
export const alertGroups: readonly AlertGroup[] = [...severities.toSorted(compareSeverity), 'Closed'];

/** What the tree looks up while it is shown; made once for each correlation. */
export interface TreeIndex {
  /** Open ones first, then worst first, then newest activity first. */
  readonly incidents: readonly Incident[];
  readonly incidentById: ReadonlyMap<IncidentId, Incident>;
  readonly openIncidents: number;
  /** Alerts in no incident first, then newest first. Groups without alerts are absent. */
  readonly groups: ReadonlyMap<AlertGroup, readonly Alert[]>;
  readonly alertCount: number;
  readonly standaloneCount: number;
}

const indexes = new WeakMap<Correlation, TreeIndex>();

/** The index of a correlation; the same object for the same correlation. */
export function treeIndexOf(correlation: Correlation): TreeIndex {
  const known = indexes.get(correlation);
  if (known !== undefined) return known;
  const made = makeIndex(correlation);
  indexes.set(correlation, made);
  return made;
}

export function groupOf(alert: Alert): AlertGroup {
  return isOpen(alert.status) ? alert.severity : 'Closed';
}

/** True while any member that is in the list is open, and where none is in the list: nothing says that it is over. */
export function isIncidentOpen(incident: Incident, correlation: Correlation): boolean {
  const declaration = incident.declaredBy === undefined ? undefined : correlation.alerts.get(incident.declaredBy);
  if (declaration !== undefined && !isOpen(declaration.status)) return false;
  const members = memberKeys(incident).flatMap((key) => correlation.alerts.get(key) ?? []);
  return members.length === 0 || members.some(({ status }) => isOpen(status));
}

function makeIndex(correlation: Correlation): TreeIndex {
  const open = new Set(correlation.incidents.filter((incident) => isIncidentOpen(incident, correlation)));
  const incidents = correlation.incidents.toSorted(
    (a, b) => Number(open.has(b)) - Number(open.has(a)) || compareSeverity(a.severity, b.severity),
  );
  const alerts = listedAlerts(correlation);
  return {
    incidents,
    incidentById: new Map(incidents.map((incident) => [incident.id, incident])),
    openIncidents: open.size,
    groups: groupAlerts(alerts, correlation),
    alertCount: alerts.length,
    standaloneCount: correlation.standalone.length,
  };
}

/** All alerts but those that only declare an incident: they are the incident, not one of its alerts. */
function listedAlerts(correlation: Correlation): readonly Alert[] {
  const declarations = new Set(correlation.incidents.map(({ declaredBy }) => declaredBy));
  return [...correlation.alerts.values()].filter(({ key }) => !declarations.has(key));
}

function groupAlerts(alerts: readonly Alert[], correlation: Correlation): ReadonlyMap<AlertGroup, readonly Alert[]> {
  const groups = Map.groupBy(alerts, groupOf);
  for (const group of groups.values()) {
    const inIncident = (alert: Alert): number => (correlation.incidentsOf.has(alert.key) ? 1 : 0);
    group.sort((a, b) => inIncident(a) - inIncident(b) || newestFirst(a, b));
  }
  return groups;
}

function newestFirst(a: Alert, b: Alert): number {
  const difference = (alertTime(b) ?? -Infinity) - (alertTime(a) ?? -Infinity);
  if (difference !== 0 && !Number.isNaN(difference)) return difference;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
