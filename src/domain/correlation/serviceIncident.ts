import type { Alert, AlertKey } from '../alert.ts';
import { toAlertKey } from '../alert.ts';
import { isMemberEntity } from '../entity.ts';
import type { Entity } from '../entity.ts';
import type { IncidentMember, MissingMember } from '../incident.ts';
import { ownString, ownValue } from '../json.ts';
import { parseSeverity } from '../severity.ts';
import { parseTime } from '../time.ts';

/**
 * Members of an incident that the service declared: the entities of type "alerts", joined to the list by
 * `systemAlertIds` without regard to case. A member that is not in the list is known from the facts that the incident
 * itself carries. Source: recorded incidents (KillChainFusionIncident), the only published ones.
 */
export function serviceMembers(declaration: Alert, alerts: ReadonlyMap<AlertKey, Alert>): readonly IncidentMember[] {
  const members = new Map<string, IncidentMember>();
  declaration.entities.filter(isMemberEntity).forEach((entity, index) => {
    for (const [identity, member] of membersOf(entity, index, declaration.key, alerts)) {
      if (!members.has(identity)) members.set(identity, member);
    }
  });
  return [...members.values()];
}

/** Ids that a member entity names, each with the member it gives; an entity without ids still gives one. */
function* membersOf(
  entity: Entity,
  index: number,
  incidentKey: AlertKey,
  alerts: ReadonlyMap<AlertKey, Alert>,
): Iterable<readonly [string, IncidentMember]> {
  const ids = systemAlertIds(entity);
  if (ids.length === 0) {
    yield [`unnamed:${String(index)}`, missingMember(entity, undefined)];
    return;
  }
  for (const id of ids) {
    const key = toAlertKey(id);
    // An incident that lists itself would be its own parent in every tree.
    if (key === incidentKey) continue;
    const member: IncidentMember = alerts.has(key)
      ? { kind: 'alert', alertKey: key, reason: { kind: 'declaredByService' } }
      : missingMember(entity, id);
    yield [key, member];
  }
}

/** Keys of all alerts that an incident of the service names, itself aside, in the order of its entities. */
export function declaredMembers({ key, entities }: Pick<Alert, 'key' | 'entities'>): readonly AlertKey[] {
  const keys = entities.filter(isMemberEntity).flatMap(systemAlertIds).map(toAlertKey);
  return [...new Set(keys)].filter((member) => member !== key);
}

function systemAlertIds(entity: Entity): readonly string[] {
  const ids = ownValue(entity.properties, 'systemAlertIds') ?? ownValue(entity.properties, 'SystemAlertIds');
  if (typeof ids === 'string' && ids !== '') return [ids];
  if (!Array.isArray(ids)) return [];
  return ids.filter((id): id is string => typeof id === 'string' && id !== '');
}

function missingMember({ properties }: Entity, systemAlertId: string | undefined): MissingMember {
  const text = (name: string): string | undefined =>
    ownString(properties, name) ?? ownString(properties, name.charAt(0).toUpperCase() + name.slice(1));
  const startTime = parseTime(text('startTimeUtc'));
  const endTime = parseTime(text('endTimeUtc'));
  const alertType = text('alertType');
  const compromisedEntity = text('compromisedEntity');
  return {
    kind: 'missing',
    displayName: text('displayName') ?? alertType ?? 'Alert without a name',
    severity: parseSeverity(text('severity')),
    ...(systemAlertId === undefined ? {} : { systemAlertId }),
    ...(alertType === undefined ? {} : { alertType }),
    ...(compromisedEntity === undefined ? {} : { compromisedEntity }),
    ...(startTime === undefined ? {} : { startTime }),
    ...(endTime === undefined ? {} : { endTime }),
  };
}

const flagName = 'isincident';

/** True for an alert that declares an incident; the extended property is the older sign of the same. */
export function declaresIncident(alert: Pick<Alert, 'isIncident' | 'extendedProperties'>): boolean {
  if (alert.isIncident) return true;
  // The length first: this is asked of every property of every alert.
  const flag = alert.extendedProperties.find(
    ({ name }) => name.length === flagName.length && name.toLowerCase() === flagName,
  )?.value;
  return (typeof flag === 'string' || typeof flag === 'boolean') && String(flag).toLowerCase() === 'true';
}
