import type { Alert, AlertKey } from '../alert.ts';
import { alertTime, azureResourceIds, compareAlertTime, lastActivityTime } from '../alert.ts';
import type { Incident } from '../incident.ts';
import { compareTactics, tacticLabel } from '../killChain.ts';
import { foldResourceId, isLeafResource, parseResourceId } from '../resourceId.ts';
import { worstSeverity } from '../severity.ts';
import { assembleIncident } from './assembleIncident.ts';
import { alignsWithKillChain } from './killChainProgress.ts';

/**
 * Incidents by the documented rule: alerts on the same resource that align with the kill chain. A long silence ends an
 * attack, so that two attacks a month apart stay two. Containers (subscription, resource group) never join alerts: they
 * are shared by everything inside them.
 */
export function correlateByResource(
  candidates: readonly Alert[],
  alerts: ReadonlyMap<AlertKey, Alert>,
  maximumGap: number,
): readonly Incident[] {
  const incidents: Incident[] = [];
  for (const { resourceId, group } of byResource(candidates).values()) {
    for (const episode of splitAtSilence(group.sort(compareAlertTime), maximumGap)) {
      if (alignsWithKillChain(episode)) incidents.push(toIncident(resourceId, episode, alerts));
    }
  }
  return withoutRepeats(incidents);
}

interface ResourceGroup {
  readonly resourceId: string;
  readonly group: Alert[];
}

function byResource(candidates: readonly Alert[]): Map<string, ResourceGroup> {
  const groups = new Map<string, ResourceGroup>();
  for (const alert of candidates) {
    // Without a time an alert has no place in a chronology.
    if (alertTime(alert) === undefined) continue;
    for (const resourceId of azureResourceIds(alert).filter(isLeafResource)) {
      const folded = foldResourceId(resourceId);
      const known = groups.get(folded);
      if (known === undefined) groups.set(folded, { resourceId, group: [alert] });
      else known.group.push(alert);
    }
  }
  return groups;
}

function splitAtSilence(chronological: readonly Alert[], maximumGap: number): readonly (readonly Alert[])[] {
  const episodes: Alert[][] = [];
  let quietSince = -Infinity;
  for (const alert of chronological) {
    const start = alertTime(alert) ?? quietSince;
    const current = episodes.at(-1);
    if (current === undefined || start - quietSince > maximumGap) episodes.push([alert]);
    else current.push(alert);
    quietSince = Math.max(quietSince, lastActivityTime(alert) ?? start);
  }
  return episodes;
}

function toIncident(resourceId: string, episode: readonly Alert[], alerts: ReadonlyMap<AlertKey, Alert>): Incident {
  const [earliest] = episode;
  if (earliest === undefined) throw new Error('An episode has at least one alert');
  return assembleIncident({
    id: `local:${earliest.key}:${foldResourceId(resourceId)}`,
    origin: 'local',
    title: titleOf(resourceId, episode),
    severity: worstSeverity(episode.map((alert) => alert.severity)),
    declaration: earliest,
    members: episode.map((alert) => ({
      kind: 'alert',
      alertKey: alert.key,
      reason: { kind: 'sameResource', resourceId },
    })),
    alerts,
  });
}

/** Where, and how far it got: "web-1: initial access to exfiltration". */
function titleOf(resourceId: string, episode: readonly Alert[]): string {
  const reached = episode.flatMap(({ tactics }) => tactics).sort(compareTactics);
  const [first, last] = [reached[0], reached.at(-1)].map((tactic) => tactic && tacticLabel(tactic).toLowerCase());
  const name = parseResourceId(resourceId)?.name ?? resourceId;
  return first === undefined || last === undefined ? name : `${name}: ${first} to ${last}`;
}

/** The same alerts can meet on two resources that all of them name (a server and its database): that is one incident. */
function withoutRepeats(incidents: readonly Incident[]): readonly Incident[] {
  const seen = new Map<string, Incident>();
  for (const incident of incidents) {
    const identity = incident.members.map((member) => (member.kind === 'alert' ? member.alertKey : '')).join('\n');
    const known = seen.get(identity);
    if (known === undefined || incident.id < known.id) seen.set(identity, incident);
  }
  return [...seen.values()];
}
