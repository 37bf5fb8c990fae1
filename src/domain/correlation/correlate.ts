import type { Alert, AlertKey } from '../alert.ts';
import { alertTime } from '../alert.ts';
import type { Incident, IncidentId } from '../incident.ts';
import { memberKeys } from '../incident.ts';
import type { Correlation, CorrelationOptions } from './correlation.ts';
import { latestDeliveries } from './latestDeliveries.ts';
import { correlateByResource } from './localIncidents.ts';
import { adoptServiceIncident, declaresIncident } from './serviceIncident.ts';

/** Three days: longer than a night and a weekend between two steps of one attacker, shorter than two unrelated weeks. */
const defaultMaximumGap = 3 * 24 * 60 * 60 * 1000;

/**
 * Groups alerts into incidents. The service's own incidents are always adopted; local correlation only looks at alerts
 * that the service left alone, so it adds and never hides. Pure and independent of the order of delivery.
 */
export function correlate(delivered: readonly Alert[], options: CorrelationOptions = {}): Correlation {
  const alerts = latestDeliveries(delivered);
  const declarations = [...alerts.values()].filter(declaresIncident);
  const adopted = declarations.map((declaration) => adoptServiceIncident(declaration, alerts));
  const taken = new Set<AlertKey>(adopted.flatMap(memberKeys));
  for (const { key } of declarations) taken.add(key);
  const leftAlone = [...alerts.values()].filter((alert) => !taken.has(alert.key));
  const local = correlateByResource(leftAlone, alerts, options.maximumGap ?? defaultMaximumGap);
  const incidents = [...adopted, ...local].sort(newestActivityFirst);
  const incidentsOf = indexMembers(incidents);
  const declared = new Set(declarations.map(({ key }) => key));
  return {
    incidents,
    alerts,
    incidentsOf,
    standalone: [...alerts.values()]
      .filter(({ key }) => !incidentsOf.has(key) && !declared.has(key))
      .sort(newestFirst)
      .map(({ key }) => key),
  };
}

function indexMembers(incidents: readonly Incident[]): ReadonlyMap<AlertKey, readonly IncidentId[]> {
  const index = new Map<AlertKey, IncidentId[]>();
  for (const incident of incidents) {
    for (const key of memberKeys(incident)) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [incident.id]);
      else known.push(incident.id);
    }
  }
  return index;
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
