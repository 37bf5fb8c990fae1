import type { Alert, AlertKey } from '../alert.ts';
import type { Incident, IncidentMember } from '../incident.ts';
import { sortInSteps } from '../sortInSteps.ts';
import type { Steps } from '../steps.ts';
import { assembleIncident } from './assembleIncident.ts';
import type { Corrections } from './corrections/corrections.ts';
import { withRemarks } from './corrections/withRemarks.ts';
import type { Correlation } from './correlation.ts';
import type { CorrelationLink } from './correlationLink.ts';
import type { Findings } from './findIncidents.ts';
import type { FoundIncident } from './incidents/foundIncident.ts';
import { indexMembers } from './indexMembers.ts';
import { declaresIncident, serviceMembers } from './serviceIncident.ts';

/** Alerts that are looked at between two yields. */
const alertsAtOnce = 512;

/**
 * Dresses what was found with the alerts' own words, and notes which alert is where.
 *
 * @param alerts newest first.
 */
export function* assembleCorrelation(
  alerts: ReadonlyMap<AlertKey, Alert>,
  { incidents: found, commonThings }: Pick<Findings, 'incidents' | 'commonThings'>,
  corrections: Corrections,
): Steps<Correlation> {
  const assembled: Incident[] = [];
  for (const incident of found) {
    assembled.push(toIncident(incident, alerts));
    yield;
  }
  const remarked = withRemarks(assembled, corrections);
  yield;
  const incidents = yield* sortInSteps(remarked, newestActivityFirst);
  const incidentsOf = yield* indexMembers(incidents);
  const standalone: AlertKey[] = [];
  let seen = 0;
  for (const alert of alerts.values()) {
    if (!incidentsOf.has(alert.key) && !declaresIncident(alert)) standalone.push(alert.key);
    if (++seen % alertsAtOnce === 0) yield;
  }
  return { incidents, alerts, incidentsOf, standalone, formerIds: new Map(), commonThings };
}

function toIncident(found: FoundIncident, alerts: ReadonlyMap<AlertKey, Alert>): Incident {
  const declaration = alerts.get(found.declaredBy ?? found.alertKeys[0] ?? '');
  if (declaration === undefined) throw new Error('An incident is about alerts that are in the list');
  const declared = found.declaredBy === undefined ? [] : serviceMembers(declaration, alerts);
  const takenAway = new Set(found.takenAway);
  const known = new Set(declared.flatMap((member) => (member.kind === 'alert' ? [member.alertKey] : [])));
  const strongest = strongestLinks(found.links);
  const linked = found.alertKeys.flatMap((alertKey): readonly IncidentMember[] => {
    const link = strongest.get(alertKey);
    if (known.has(alertKey)) return [];
    if (link !== undefined) return [{ kind: 'alert', alertKey, reason: { kind: 'linked', link } }];
    // An episode's later alerts say the same as its first, which has the link; without any, a person's word is all.
    const started = found.kind === 'local' && found.links.length === 0 && alertKey === found.alertKeys[0];
    return [{ kind: 'alert', alertKey, reason: { kind: started ? 'startedByPerson' : 'repeated' } }];
  });
  const { id, kind: origin, title, severity, score, sentence, links, repeats } = found;
  const members = [...declared.map((member) => withdrawn(member, takenAway)), ...linked];
  const told = { id, origin, title, severity, score, sentence, links, repeats };
  return assembleIncident({ ...told, declaration, members, alerts });
}

function withdrawn(member: IncidentMember, takenAway: ReadonlySet<AlertKey>): IncidentMember {
  if (member.kind !== 'alert' || !takenAway.has(member.alertKey)) return member;
  return { ...member, reason: { kind: 'takenAwayByPerson' } };
}

function strongestLinks(links: readonly CorrelationLink[]): ReadonlyMap<AlertKey, CorrelationLink> {
  const strongest = new Map<AlertKey, CorrelationLink>();
  for (const link of links) {
    for (const key of [link.from, link.to]) {
      const known = strongest.get(key);
      if (known === undefined || link.probability > known.probability) strongest.set(key, link);
    }
  }
  return strongest;
}

/** Unknown last; ties by id. */
function newestActivityFirst(a: Incident, b: Incident): number {
  const [lastA, lastB] = [a.lastActivity ?? -Infinity, b.lastActivity ?? -Infinity];
  if (lastA !== lastB) return lastB > lastA ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
