import type { Alert, AlertKey } from '../alert.ts';
import { memberKeys, type Incident, type IncidentId } from '../incident.ts';
import { ruleMatcher } from './ruleMatcher.ts';
import type { SuppressionRule } from './suppressionRule.ts';

/** What a rule would have done to the alerts that are at hand. */
export interface Rehearsal {
  /** How many alerts were looked at; incidents of the service are not counted as alerts. */
  readonly considered: number;
  /** Those that it would have dismissed. */
  readonly dismissed: readonly AlertKey[];
  /** Of the dismissed, those that are part of an incident. */
  readonly inIncidents: number;
  /** Of those, the ones of high severity. */
  readonly highInIncidents: number;
  readonly incidents: readonly IncidentId[];
  /** False when something of the rule is not understood: then it would have dismissed these or fewer. */
  readonly isExact: boolean;
}

/** Tries a rule on alerts of its subscription. Linear in the alerts and in the members of the incidents. */
export function rehearse(rule: SuppressionRule, alerts: Iterable<Alert>, incidents: readonly Incident[]): Rehearsal {
  const matchOf = ruleMatcher(rule);
  const incidentsOf = membership(incidents);
  const touched = new Set<IncidentId>();
  const dismissed: AlertKey[] = [];
  let considered = 0;
  let inIncidents = 0;
  let highInIncidents = 0;
  let isExact = true;
  for (const alert of alerts) {
    if (alert.isIncident) continue;
    considered += 1;
    const match = matchOf(alert);
    if (match === 'no') continue;
    if (match === 'maybe') isExact = false;
    dismissed.push(alert.key);
    const of = incidentsOf.get(alert.key) ?? [];
    if (of.length === 0) continue;
    inIncidents += 1;
    if (alert.severity === 'High') highInIncidents += 1;
    for (const id of of) touched.add(id);
  }
  return { considered, dismissed, inIncidents, highInIncidents, incidents: [...touched], isExact };
}

function membership(incidents: readonly Incident[]): ReadonlyMap<AlertKey, readonly IncidentId[]> {
  const of = new Map<AlertKey, IncidentId[]>();
  for (const incident of incidents) {
    for (const key of memberKeys(incident)) {
      const known = of.get(key);
      if (known === undefined) of.set(key, [incident.id]);
      else known.push(incident.id);
    }
  }
  return of;
}
