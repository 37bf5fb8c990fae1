import { deriveActivity } from '../../domain/activity.ts';
import { lastActivityTime, type Alert } from '../../domain/alert.ts';
import { isOpen } from '../../domain/alertStatus.ts';
import type { ActivityModel } from '../../protocol/activityModel.ts';
import { activityOf } from './activityOf.ts';
import { statusLabel } from './severityOf.ts';

/**
 * "Still active?" of an incident. Somebody who closed the service's incident has decided for its members, as the
 * sidebar also has it; else the members decide, and the incident alone where none of them is in the list.
 */
export function incidentActivity(
  declaration: Alert | undefined,
  members: readonly Alert[],
  now: number,
): ActivityModel {
  if (declaration === undefined) return activityOf(deriveActivity(members, now));
  if (!isOpen(declaration.status)) return closedByPerson(declaration, members);
  return activityOf(deriveActivity(members.length === 0 ? [declaration] : members, now));
}

function closedByPerson(declaration: Alert, members: readonly Alert[]): ActivityModel {
  const times = [declaration, ...members].map(lastActivityTime).filter((time) => time !== undefined);
  const decided = `The incident was ${statusLabel(declaration).toLowerCase()} in Defender for Cloud.`;
  if (times.length === 0) return { state: 'closed', label: 'Closed', reason: decided };
  return {
    state: 'closed',
    label: 'Closed',
    reason: `${decided} Last seen`,
    at: times.reduce((a, b) => Math.max(a, b)),
  };
}
