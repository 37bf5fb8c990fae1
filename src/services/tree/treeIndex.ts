import type { Alert } from '../../domain/alert.ts';
import type { Correlation } from '../../domain/correlation/correlation.ts';
import type { Incident, IncidentId } from '../../domain/incident.ts';
import type { Severity } from '../../domain/severity.ts';
import { isOpen } from '../../domain/alertStatus.ts';
import { compareSeverity, severities } from '../../domain/severity.ts';
import { memberKeys } from '../../domain/incident.ts';
import { sortInSteps } from '../../domain/sortInSteps.ts';
import { finish, type Steps } from '../../domain/steps.ts';

/** Open alerts stand under their severity; those that somebody has closed stand together, out of the way. */
export type AlertGroup = Severity | 'Closed';

/** Groups in the order in which they are shown, worst first. */
export const alertGroups: readonly AlertGroup[] = [...severities.toSorted(compareSeverity), 'Closed'];

/** The lists of which only a part is shown at first. */
export type ListName = AlertGroup | 'Incidents';

export const listNames: readonly ListName[] = ['Incidents', ...alertGroups];

/** What the tree looks up while it is shown; made once for each correlation. */
export interface TreeIndex {
  /** Pinned ones first, then open ones, then worst first, then newest activity first. */
  readonly incidents: readonly Incident[];
  readonly incidentById: ReadonlyMap<IncidentId, Incident>;
  readonly openIncidents: number;
  /** Alerts in no incident first, then newest first. Groups without alerts are absent. */
  readonly groups: ReadonlyMap<AlertGroup, readonly Alert[]>;
  /** How many alerts of a group are in no incident. */
  readonly aloneIn: ReadonlyMap<AlertGroup, number>;
  /** Keys of the open incidents and of the open alerts in none that are of high severity. */
  readonly openHighItems: readonly string[];
  readonly alertCount: number;
  readonly standaloneCount: number;
  /** What is asleep: shown by itself, and in no other list. */
  readonly snoozed: { readonly incidents: readonly Incident[]; readonly alerts: readonly Alert[] };
}

/** Alerts that are looked at between two yields. */
const alertsAtOnce = 512;

const indexes = new WeakMap<Correlation, TreeIndex>();

/** The index of a correlation; the same object for the same correlation. */
export function treeIndexOf(correlation: Correlation): TreeIndex {
  return indexes.get(correlation) ?? finish(treeIndexInSteps(correlation));
}

/** Makes the index, for all who ask for it later. */
export function* treeIndexInSteps(correlation: Correlation): Steps<TreeIndex> {
  const index = yield* makeIndex(correlation);
  indexes.set(correlation, index);
  return index;
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

function* makeIndex(correlation: Correlation): Steps<TreeIndex> {
  const open = new Set<Incident>();
  for (const incident of correlation.incidents) {
    if (isIncidentOpen(incident, correlation)) open.add(incident);
    yield;
  }
  const incidents = yield* sortInSteps(
    correlation.incidents,
    (a, b) =>
      Number(b.pinned ?? false) - Number(a.pinned ?? false) ||
      Number(open.has(b)) - Number(open.has(a)) ||
      compareSeverity(a.severity, b.severity),
  );
  const { alone, inIncident } = yield* groupAlerts(correlation);
  const groups = new Map(
    alertGroups.flatMap((group): [AlertGroup, readonly Alert[]][] => {
      const alerts = [...(alone.get(group) ?? []), ...(inIncident.get(group) ?? [])];
      return alerts.length === 0 ? [] : [[group, alerts]];
    }),
  );
  const highIncidents = correlation.incidents.filter((incident) => incident.severity === 'High' && open.has(incident));
  return {
    incidents,
    incidentById: new Map(incidents.map((incident) => [incident.id, incident])),
    openIncidents: open.size,
    groups,
    aloneIn: new Map([...alone].map(([group, alerts]) => [group, alerts.length])),
    openHighItems: [...highIncidents.map(({ id }) => id), ...(alone.get('High') ?? []).map(({ key }) => key)],
    alertCount: [...groups.values()].reduce((sum, alerts) => sum + alerts.length, 0),
    standaloneCount: correlation.standalone.length,
    snoozed: { incidents: [], alerts: [] },
  };
}

type AlertsByGroup = ReadonlyMap<AlertGroup, readonly Alert[]>;

/** All alerts but those that only declare an incident: they are the incident, not one of its alerts. */
function* groupAlerts({ alerts, incidents, incidentsOf }: Correlation): Steps<{
  readonly alone: AlertsByGroup;
  readonly inIncident: AlertsByGroup;
}> {
  const declarations = new Set(incidents.map(({ declaredBy }) => declaredBy));
  const alone = new Map<AlertGroup, Alert[]>();
  const inIncident = new Map<AlertGroup, Alert[]>();
  let seen = 0;
  for (const alert of alerts.values()) {
    if (++seen % alertsAtOnce === 0) yield;
    if (declarations.has(alert.key)) continue;
    const groups = incidentsOf.has(alert.key) ? inIncident : alone;
    const group = groups.get(groupOf(alert));
    if (group === undefined) groups.set(groupOf(alert), [alert]);
    else group.push(alert);
  }
  return { alone, inIncident };
}
