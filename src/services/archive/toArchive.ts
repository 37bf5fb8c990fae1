import type { Alert, AlertKey } from '../../domain/alert.ts';
import type { Incident, IncidentMember } from '../../domain/incident.ts';
import type { Steps } from '../../domain/steps.ts';
import type { Subscription } from '../../domain/subscription.ts';
import type { StoreState } from '../storeState.ts';
import type { ArchivedIncident, ArchivedMember } from './archivedIncident.ts';
import { alertTime } from '../../domain/alert.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { memberKeys } from '../../domain/incident.ts';
import { incidentReason } from '../incidentReason.ts';

/** Members, and targets, that one incident keeps; the others are counted. One flood must not fill the archive. */
const partLimit = 1_000;

/** Longest text that is kept, in UTF-16 units: ARM ids are the longest of them. */
const textLimit = 500;

/** Whether a state is one of which incidents may be recorded: nothing is under way, and the last correlation counts. */
export function isSettled({ refreshing, correlating, correlationFailed }: StoreState): boolean {
  return !refreshing && !correlating && !correlationFailed;
}

/**
 * Incidents of a settled state as they are archived: those all of whose alerts are in subscriptions that were read
 * completely. What is half read would be recorded as less than it is.
 *
 * @param now epoch milliseconds.
 * @param after what was read at that time or before is left out; epoch milliseconds.
 */
export function* toArchive(state: StoreState, now: number, after: number): Steps<readonly ArchivedIncident[]> {
  const complete = new Map<string, Subscription>();
  for (const { subscription, health } of state.subscriptions) {
    if (health.kind === 'ok' && health.at > after) complete.set(subscription.subscriptionId, subscription);
  }
  const archived: ArchivedIncident[] = [];
  for (const incident of state.correlation.incidents) {
    yield;
    const alerts = memberKeys(incident).flatMap((key) => state.correlation.alerts.get(key) ?? []);
    const subscription = complete.get(incident.subscriptionId);
    if (subscription === undefined || !alerts.every((alert) => complete.has(alert.subscriptionId))) continue;
    archived.push(archive(incident, state.correlation.alerts, subscription, now));
  }
  return archived;
}

function archive(
  incident: Incident,
  alerts: ReadonlyMap<AlertKey, Alert>,
  { tenantId, tenantName, displayName }: Subscription,
  recordedAt: number,
): ArchivedIncident {
  const { id, title, origin, severity, score, subscriptionId, members, resourceIds } = incident;
  const { firstActivity, lastActivity } = incident;
  const beyond = (parts: readonly unknown[]): number => Math.max(0, parts.length - partLimit);
  return {
    id,
    title: displayLabel(title),
    origin,
    severity,
    score,
    ...(firstActivity === undefined ? {} : { firstActivity }),
    ...(lastActivity === undefined ? {} : { lastActivity }),
    subscriptionId,
    subscriptionName: displayLabel(displayName),
    tenantId,
    ...(tenantName === undefined ? {} : { tenantName: displayLabel(tenantName) }),
    targets: resourceIds.slice(0, partLimit).map((target) => displayLabel(target, textLimit)),
    members: members.slice(0, partLimit).map((member) => archiveMember(member, alerts)),
    leftOut: beyond(resourceIds) + beyond(members),
    reason: incidentReason(incident, alerts),
    recordedAt,
  };
}

function archiveMember(member: IncidentMember, alerts: ReadonlyMap<AlertKey, Alert>): ArchivedMember {
  const alert = member.kind === 'alert' ? alerts.get(member.alertKey) : undefined;
  if (alert !== undefined) {
    return {
      id: alert.key,
      title: displayLabel(alert.displayName),
      severity: alert.severity,
      type: displayLabel(alert.alertType),
      ...timeOf(alertTime(alert)),
      status: alert.status,
    };
  }
  if (member.kind === 'alert') return { id: member.alertKey, title: 'Alert that was not listed', severity: 'Unknown' };
  const { systemAlertId, displayName, severity, alertType, startTime } = member;
  return {
    ...(systemAlertId === undefined ? {} : { id: displayLabel(systemAlertId) }),
    title: displayLabel(displayName),
    severity,
    ...(alertType === undefined ? {} : { type: displayLabel(alertType) }),
    ...timeOf(startTime),
  };
}

function timeOf(time: number | undefined): { readonly time?: number } {
  return time === undefined ? {} : { time };
}
