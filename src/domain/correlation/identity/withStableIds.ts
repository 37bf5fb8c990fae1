import type { Steps } from '../../steps.ts';
import { indexMembers } from '../indexMembers.ts';
import type { Correlation } from '../correlation.ts';
import { identitiesInSteps } from './continueIdentities.ts';
import type { IncidentIdentities } from './incidentIdentities.ts';

/** The correlation with the ids that its incidents had before, and what to remember for the next one. */
export function* withStableIds(
  found: Correlation,
  before: IncidentIdentities,
): Steps<{ readonly correlation: Correlation; readonly after: IncidentIdentities }> {
  const { ids, after } = yield* identitiesInSteps(before, found.incidents);
  yield;
  const { formerIds } = after;
  if (found.incidents.every(({ id }, index) => id === ids[index])) {
    return { correlation: { ...found, formerIds }, after };
  }
  const incidents = found.incidents.map((incident, index) => ({ ...incident, id: ids[index] ?? incident.id }));
  return { correlation: { ...found, incidents, incidentsOf: yield* indexMembers(incidents), formerIds }, after };
}
