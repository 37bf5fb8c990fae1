import type { AlertKey } from '../alert.ts';
import { memberKeys, type Incident, type IncidentId } from '../incident.ts';
import type { Steps } from '../steps.ts';

/** For each alert the ids of the incidents that it is a member of, in the order of the incidents. */
export function* indexMembers(incidents: readonly Incident[]): Steps<ReadonlyMap<AlertKey, readonly IncidentId[]>> {
  const index = new Map<AlertKey, IncidentId[]>();
  for (const incident of incidents) {
    for (const key of memberKeys(incident)) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [incident.id]);
      else known.push(incident.id);
    }
    yield;
  }
  return index;
}
