import type { Alert, AlertKey } from '../../alert.ts';
import type { Incident, IncidentId } from '../../incident.ts';
import { memberKeys } from '../../incident.ts';
import type { Correlation } from '../correlation.ts';
import { tenantOfAlert } from '../evidence/tenantOfAlert.ts';
import { declaresIncident } from '../serviceIncident.ts';
import { alertsLimit, alertsNamed, nameLimit, type Correction } from './correction.ts';

/** What a person asks for becomes a correction, or a reason why it cannot. */
export type Corrected =
  | { readonly kind: 'correction'; readonly correction: Correction }
  | { readonly kind: 'refused'; readonly why: CorrectionRefusal };

export type CorrectionRefusal =
  /** The incident or the alerts are no longer in the list, or the alerts not in the incident. */
  | 'gone'
  /** Nothing of the incident would be left: it has no other alert in the list. */
  | 'nothingLeft'
  | 'oneIncident'
  | 'otherTenant'
  | 'tooMany'
  | 'badName';

/** Alerts that stand for an incident when something is said of it. */
const mostAnchors = 20;

/** Takes alerts out of an incident; what is left stays one. The only alert of an incident of a person ends that one. */
export function removeFromIncident(
  correlation: Correlation,
  incidentId: IncidentId,
  alerts: readonly AlertKey[],
): Corrected {
  const incident = incidentOf(correlation, incidentId);
  const leaving = incident === undefined ? [] : present(incident, alerts);
  if (incident === undefined || leaving.length === 0) return refused('gone');
  const rest = restOf(correlation, incident, leaving);
  const ownAlone = incident.origin === 'local' && incident.members.length === 1;
  if (rest.length === 0 && !ownAlone) return refused('nothingLeft');
  return correction({ kind: 'remove', alerts: leaving, from: [rest] }, correlation);
}

/** Makes alerts an incident of their own, wherever they are now. */
export function startIncident(correlation: Correlation, alerts: readonly AlertKey[]): Corrected {
  const known = listed(correlation, alerts);
  if (known.length === 0) return refused('gone');
  const from = restsOf(correlation, known, undefined);
  if (from.some((rest) => rest.length === 0)) return refused('nothingLeft');
  return correction({ kind: 'move', alerts: known, from, to: [] }, correlation);
}

/** Puts alerts into an incident, out of those that they are in now. */
export function moveToIncident(
  correlation: Correlation,
  alerts: readonly AlertKey[],
  incidentId: IncidentId,
): Corrected {
  const target = incidentOf(correlation, incidentId);
  const known = listed(correlation, alerts);
  if (target === undefined || known.length === 0) return refused('gone');
  const to = ownAlerts(correlation, target).filter((alert) => !known.includes(alert));
  const from = restsOf(correlation, known, target).filter((rest) => rest.length > 0);
  const there = present(target, known).length === known.length;
  if (to.length === 0 || (there && from.length === 0)) return refused('oneIncident');
  return correction({ kind: 'move', alerts: known, from, to }, correlation);
}

/** Makes one incident of several. */
export function mergeIncidents(correlation: Correlation, incidentIds: readonly IncidentId[]): Corrected {
  const incidents = [...new Set(incidentIds)].flatMap((id) => incidentOf(correlation, id) ?? []);
  if (incidents.length < 2) return refused(incidentIds.length < 2 ? 'oneIncident' : 'gone');
  const alerts = [...new Set(incidents.flatMap((incident) => ownAlerts(correlation, incident)))];
  return correction({ kind: 'merge', alerts }, correlation);
}

/** Gives an incident a name, or with an empty one its own title back. */
export function renameIncident(correlation: Correlation, incidentId: IncidentId, name: string): Corrected {
  const incident = incidentOf(correlation, incidentId);
  if (incident === undefined) return refused('gone');
  const trimmed = name.trim();
  if (trimmed.length > nameLimit) return refused('badName');
  return correction({ kind: 'rename', alerts: anchorsOf(correlation, incident), name: trimmed }, correlation);
}

/** Puts an incident first in the list, or back among the others. */
export function pinIncident(correlation: Correlation, incidentId: IncidentId, pinned: boolean): Corrected {
  const incident = incidentOf(correlation, incidentId);
  if (incident === undefined) return refused('gone');
  return correction({ kind: 'pin', alerts: anchorsOf(correlation, incident), pinned }, correlation);
}

/** The alert that declares it, where there is one, and the earliest of its alerts. */
function anchorsOf(correlation: Correlation, incident: Incident): readonly AlertKey[] {
  const declaration = incident.declaredBy === undefined ? [] : [incident.declaredBy];
  return [...declaration, ...ownAlerts(correlation, incident)].slice(0, mostAnchors);
}

/**
 * The alerts that an incident is about. One that the service names, and that other evidence has placed in another
 * incident, is shown in both: what a person says of the one must not be said of the other.
 */
function ownAlerts({ incidentsOf }: Correlation, incident: Incident): readonly AlertKey[] {
  const staying = incident.members.flatMap((member) =>
    member.kind === 'alert' && member.reason.kind !== 'takenAwayByPerson' ? [member.alertKey] : [],
  );
  const own = staying.filter((alert) => (incidentsOf.get(alert) ?? []).length < 2);
  return own.length > 0 ? own : staying;
}

function restOf(correlation: Correlation, incident: Incident, leaving: readonly AlertKey[]): readonly AlertKey[] {
  const away = new Set(leaving);
  const own = ownAlerts(correlation, incident).filter((alert) => !away.has(alert));
  return own.length > 0 ? own : memberKeys(incident).filter((alert) => !away.has(alert));
}

/** What stays of each incident that the alerts are in, and out of which they have not been taken yet. */
function restsOf(
  correlation: Correlation,
  alerts: readonly AlertKey[],
  target: Incident | undefined,
): readonly (readonly AlertKey[])[] {
  const ids = new Set(alerts.flatMap((alert) => correlation.incidentsOf.get(alert) ?? []));
  return correlation.incidents
    .filter((incident) => ids.has(incident.id) && incident.id !== target?.id)
    .flatMap((incident) => {
      const leaving = present(incident, alerts);
      return leaving.length === 0 ? [] : [restOf(correlation, incident, leaving)];
    });
}

/** Those of the alerts that are in the incident, and have not been taken away from it. */
function present(incident: Incident, alerts: readonly AlertKey[]): readonly AlertKey[] {
  const wanted = new Set(alerts);
  return incident.members.flatMap((member) =>
    member.kind === 'alert' && wanted.has(member.alertKey) && member.reason.kind !== 'takenAwayByPerson'
      ? [member.alertKey]
      : [],
  );
}

/** Those of the alerts that are in the list; one that declares an incident is the incident, not an alert of it. */
function listed({ alerts: all, incidents }: Correlation, alerts: readonly AlertKey[]): readonly AlertKey[] {
  const declarations = new Set(incidents.map(({ declaredBy }) => declaredBy));
  return [...new Set(alerts)].filter((alert) => all.has(alert) && !declarations.has(alert));
}

function incidentOf({ incidents }: Correlation, incidentId: IncidentId): Incident | undefined {
  return incidents.find(({ id }) => id === incidentId);
}

function correction(asked: Correction, correlation: Correlation): Corrected {
  if (alertsNamed(asked).length > alertsLimit) return refused('tooMany');
  const together = asked.kind === 'merge' ? asked.alerts : asked.kind === 'move' ? [...asked.alerts, ...asked.to] : [];
  if (tenantsOf(correlation, together) > 1) return refused('otherTenant');
  return { kind: 'correction', correction: asked };
}

/** Attackers do not make two tenants one incident, and neither does a slip of the hand. */
function tenantsOf({ alerts: all }: Correlation, alerts: readonly AlertKey[]): number {
  return new Set(alerts.flatMap((key) => tenantOf(all.get(key)) ?? [])).size;
}

/** One that declares an incident is no step of an attack, and counts for nothing. */
function tenantOf(alert: Alert | undefined): string | undefined {
  return alert === undefined || declaresIncident(alert) ? undefined : tenantOfAlert(alert);
}

function refused(why: CorrectionRefusal): Corrected {
  return { kind: 'refused', why };
}
