import type { Alert, AlertKey } from '../alert.ts';
import { alertTime, azureResourceIds, lastActivityTime } from '../alert.ts';
import type { Incident, IncidentId, IncidentMember } from '../incident.ts';
import { compareTactics } from '../killChain.ts';
import type { Tactic } from '../killChain.ts';
import type { Severity } from '../severity.ts';

/** What an incident is put together from. */
interface IncidentParts extends Pick<Incident, 'score' | 'sentence' | 'links' | 'repeats'> {
  readonly id: IncidentId;
  readonly origin: Incident['origin'];
  readonly title: string;
  readonly severity: Severity;
  /** The service's incident alert, or for a local incident its earliest alert: the source of the subscription. */
  readonly declaration: Alert;
  readonly members: readonly IncidentMember[];
  readonly alerts: ReadonlyMap<AlertKey, Alert>;
}

/** Sums members up into an incident: chronological members, resources, tactics and the span of activity. */
export function assembleIncident(parts: IncidentParts): Incident {
  const { id, origin, title, severity, score, sentence, links, repeats, declaration, alerts } = parts;
  const members = [...parts.members].sort((a, b) => compareMembers(a, b, alerts));
  const present = members.flatMap((member) => (member.kind === 'alert' ? (alerts.get(member.alertKey) ?? []) : []));
  const sources = origin === 'local' ? present : [declaration, ...present];
  const firstActivity = bound(
    Math.min,
    [...present.map(alertTime), ...missingTimes(members, 'startTime')],
    declaration,
  );
  const lastActivity = bound(
    Math.max,
    [...present.map(lastActivityTime), ...missingTimes(members, 'endTime')],
    declaration,
  );
  return {
    id,
    origin,
    title,
    severity,
    score,
    sentence,
    links,
    repeats,
    subscriptionId: declaration.subscriptionId,
    ...(origin === 'local' ? {} : { declaredBy: declaration.key }),
    members,
    resourceIds: uniqueResources(sources),
    tactics: uniqueTactics(sources),
    ...(firstActivity === undefined ? {} : { firstActivity }),
    ...(lastActivity === undefined ? {} : { lastActivity }),
  };
}

function memberTime(member: IncidentMember, alerts: ReadonlyMap<AlertKey, Alert>): number {
  if (member.kind === 'missing') return member.startTime ?? Infinity;
  const alert = alerts.get(member.alertKey);
  return (alert === undefined ? undefined : alertTime(alert)) ?? Infinity;
}

function memberName(member: IncidentMember): string {
  return member.kind === 'alert' ? member.alertKey : (member.systemAlertId ?? member.displayName);
}

function compareMembers(a: IncidentMember, b: IncidentMember, alerts: ReadonlyMap<AlertKey, Alert>): number {
  const timeA = memberTime(a, alerts);
  const timeB = memberTime(b, alerts);
  if (timeA !== timeB) return timeA < timeB ? -1 : 1;
  return memberName(a) < memberName(b) ? -1 : 1;
}

function missingTimes(
  members: readonly IncidentMember[],
  end: 'startTime' | 'endTime',
): readonly (number | undefined)[] {
  return members.map((member) => (member.kind === 'missing' ? (member[end] ?? member.startTime) : undefined));
}

/** Members decide the span; the declaration only where no member has a time. */
function bound(
  choose: (...times: number[]) => number,
  times: readonly (number | undefined)[],
  declaration: Alert,
): number | undefined {
  const known = times.filter((time) => time !== undefined);
  if (known.length > 0) return known.reduce((a, b) => choose(a, b));
  return choose === Math.min ? alertTime(declaration) : lastActivityTime(declaration);
}

function uniqueResources(alerts: readonly Alert[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const id of alerts.flatMap(azureResourceIds)) {
    const folded = id.toLowerCase();
    if (!seen.has(folded)) seen.set(folded, id);
  }
  return [...seen.values()];
}

function uniqueTactics(alerts: readonly Alert[]): readonly Tactic[] {
  return [...new Set(alerts.flatMap((alert) => alert.tactics))].sort(compareTactics);
}
