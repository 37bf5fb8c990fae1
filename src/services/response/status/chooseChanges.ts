import type { Alert, AlertKey } from '../../../domain/alert.ts';
import { allows, type AlertRights } from '../../../domain/alertRights.ts';
import { isOpen } from '../../../domain/alertStatus.ts';
import type { Correlation } from '../../../domain/correlation/correlation.ts';
import type { Incident, IncidentId } from '../../../domain/incident.ts';
import { statusAfter, type StatusAction } from '../../../domain/statusAction.ts';
import { findIncident } from '../../findIncident.ts';
import type { StatusChange } from './statusChange.ts';

/** What a person pointed at. */
export interface Pointed {
  readonly incidents: readonly IncidentId[];
  readonly alerts: readonly AlertKey[];
}

/** What asking for a status of it comes to. */
export interface ChosenChanges {
  readonly changes: readonly StatusChange[];
  /** Of the incidents that are meant as a whole, the ids that they have now. */
  readonly incidents: readonly IncidentId[];
  /** Further incidents of which no alert stays open after the changes: whoever names each alert closes them as well. */
  readonly closedWith: readonly IncidentId[];
  /** Of the changes, those of alerts by which the service declares an incident. */
  readonly declarations: number;
  /** Alerts that stay as they are: they have that status, or of an incident are closed already. */
  readonly already: number;
  /** Members of incidents that are not in the list, so that they cannot be changed. */
  readonly missing: number;
  /** Alerts that the person is known not to be allowed to change so. */
  readonly forbidden: readonly Alert[];
}

type RightsIn = (subscriptionId: string) => AlertRights | undefined;

/**
 * The changes that a status of alerts, and of whole incidents, takes. Azure has no operation for an incident, and nothing
 * says that the status of the alert by which it declares one reaches its members, or the other way: both are changed,
 * each by itself. Members that a person took away from the incident are not, and of the others only those that are open,
 * so that resolving an incident leaves what was dismissed dismissed.
 */
export function chooseChanges(
  { incidents: ids, alerts: keys }: Pointed,
  action: StatusAction,
  correlation: Correlation,
  rightsIn: RightsIn,
): ChosenChanges {
  const incidents = [...new Set(ids.flatMap((id) => findIncident(correlation, id) ?? []))];
  const named = keys.flatMap((key) => correlation.alerts.get(key) ?? []);
  const within = incidents.flatMap((incident) => alertsOf(incident, correlation));
  const all = new Set([...named, ...within]);
  const wanted = new Set([
    ...named.filter(({ status }) => status !== statusAfter[action]),
    ...within.filter((alert) => isWanted(alert, action)),
  ]);
  const forbidden = [...wanted].filter(({ subscriptionId }) => isForbidden(rightsIn(subscriptionId), action));
  const changed = [...wanted].filter((alert) => !forbidden.includes(alert));
  const declared = new Set(correlation.incidents.map(({ declaredBy }) => declaredBy));
  return {
    changes: changed.map((alert) => ({ alert, action })),
    incidents: incidents.map(({ id }) => id),
    closedWith: isOpen(statusAfter[action]) ? [] : closedBy(changed, incidents, correlation),
    declarations: changed.filter(({ key }) => declared.has(key)).length,
    already: all.size - wanted.size,
    missing: incidents.reduce((sum, { members }) => sum + members.filter(({ kind }) => kind === 'missing').length, 0),
    forbidden,
  };
}

function alertsOf({ members, declaredBy }: Incident, { alerts }: Correlation): readonly Alert[] {
  const own = members.flatMap((member) =>
    member.kind === 'alert' && member.reason.kind !== 'takenAwayByPerson' ? [member.alertKey] : [],
  );
  return [...(declaredBy === undefined ? [] : [declaredBy]), ...own].flatMap((key) => alerts.get(key) ?? []);
}

/** An incident without members is its declaration: what the service says of its members is not in the list. */
function closedBy(
  changed: readonly Alert[],
  named: readonly Incident[],
  correlation: Correlation,
): readonly IncidentId[] {
  const closing = new Set(changed);
  return correlation.incidents
    .filter((incident) => !named.includes(incident))
    .filter((incident) => {
      const open = alertsOf(incident, correlation).filter(({ status }) => isOpen(status));
      const members = open.filter(({ key }) => key !== incident.declaredBy);
      const deciding = members.length > 0 ? members : open;
      return deciding.length > 0 && deciding.every((alert) => closing.has(alert));
    })
    .map(({ id }) => id);
}

function isWanted({ status }: Alert, action: StatusAction): boolean {
  if (action === 'activate') return status !== 'Active';
  return isOpen(status) && status !== statusAfter[action];
}

function isForbidden(rights: AlertRights | undefined, action: StatusAction): boolean {
  return rights !== undefined && !allows(rights, action);
}
