import type { Alert, AlertKey } from '../alert.ts';
import { alertTime } from '../alert.ts';
import type { Incident, IncidentMember } from '../incident.ts';
import { AlertTable } from './alertTable.ts';
import { assembleIncident } from './assembleIncident.ts';
import { withRemarks } from './corrections/withRemarks.ts';
import { correlateColumns, type ColumnCorrelation } from './correlateColumns.ts';
import type { CorrelationLink } from './correlationLink.ts';
import type { Correlation } from './correlation.ts';
import { defaultOptions, type CorrelationOptions } from './correlationOptions.ts';
import { columnIncidents } from './incidents/columnIncidents.ts';
import type { ColumnIncident } from './incidents/columnIncident.ts';
import { explainIncident } from './incidents/explainIncident.ts';
import { indexMembers } from './indexMembers.ts';
import { latestDeliveries } from './latestDeliveries.ts';
import { commonThings } from './tuning/commonThings.ts';
import { declaresIncident, serviceMembers } from './serviceIncident.ts';

/**
 * Groups alerts into incidents. The service's own incidents are always there, with all their members; correlation adds
 * alerts to them and incidents of its own, and hides nothing. Pure, and independent of the order of delivery.
 */
export function correlate(delivered: readonly Alert[], options: CorrelationOptions = defaultOptions): Correlation {
  const alerts = latestDeliveries(delivered);
  const table = new AlertTable();
  for (const alert of alerts.values()) table.add(alert);
  const result = correlateColumns(table.columns(), options);
  const found = columnIncidents(result).map((incident) => toIncident(incident, result, alerts));
  const incidents = [...withRemarks(found, options.corrections)].sort(newestActivityFirst);
  const incidentsOf = indexMembers(incidents);
  return {
    computed: result,
    incidents,
    alerts,
    incidentsOf,
    formerIds: new Map(),
    commonThings: commonThings(result),
    standalone: [...alerts.values()]
      .filter((alert) => !incidentsOf.has(alert.key) && !declaresIncident(alert))
      .sort(newestFirst)
      .map(({ key }) => key),
  };
}

/** Dresses what was found with the alerts' own words. */
function toIncident(found: ColumnIncident, result: ColumnCorrelation, alerts: ReadonlyMap<AlertKey, Alert>): Incident {
  const keys = found.rows.map((row) => result.context.alerts.keys[row] ?? '');
  const { sentence, links } = explainIncident(result, found);
  const declaration = alerts.get(found.declaredBy ?? keys[0] ?? '');
  if (declaration === undefined) throw new Error('An incident is about alerts that are in the list');
  const declared = found.declaredBy === undefined ? [] : serviceMembers(declaration, alerts);
  const takenAway = new Set(found.takenAway.map((row) => result.context.alerts.keys[row]));
  const known = new Set(declared.flatMap((member) => (member.kind === 'alert' ? [member.alertKey] : [])));
  const strongest = strongestLinks(links);
  const linked = keys.flatMap((alertKey): readonly IncidentMember[] => {
    const link = strongest.get(alertKey);
    if (known.has(alertKey)) return [];
    if (link !== undefined) return [{ kind: 'alert', alertKey, reason: { kind: 'linked', link } }];
    // An episode's later alerts say the same as its first, which has the link; without any, a person's word is all.
    const started = found.kind === 'local' && links.length === 0 && alertKey === keys[0];
    return [{ kind: 'alert', alertKey, reason: { kind: started ? 'startedByPerson' : 'repeated' } }];
  });
  const { id, kind: origin, title, severity, score } = found;
  const members = [...declared.map((member) => withdrawn(member, takenAway)), ...linked];
  return assembleIncident({ id, origin, title, severity, score, sentence, links, declaration, members, alerts });
}

function withdrawn(member: IncidentMember, takenAway: ReadonlySet<string | undefined>): IncidentMember {
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

function newestActivityFirst(a: Incident, b: Incident): number {
  return byNumberDescending(a.lastActivity, b.lastActivity) || (a.id < b.id ? -1 : 1);
}

function newestFirst(a: Alert, b: Alert): number {
  return byNumberDescending(alertTime(a), alertTime(b)) || (a.key < b.key ? -1 : 1);
}

/** Unknown last; equal values give 0, so that the caller's tie-break decides. */
function byNumberDescending(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  return (b ?? -Infinity) > (a ?? -Infinity) ? 1 : -1;
}
