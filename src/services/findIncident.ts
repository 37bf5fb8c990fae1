import type { Correlation } from '../domain/correlation/correlation.ts';
import type { Incident, IncidentId } from '../domain/incident.ts';
import { treeIndexOf } from './tree/treeIndex.ts';

/** The incident with that id, or the one that it was merged into since; undefined when there is neither. */
export function findIncident(correlation: Correlation, id: IncidentId): Incident | undefined {
  const { incidentById } = treeIndexOf(correlation);
  return incidentById.get(id) ?? incidentById.get(correlation.formerIds.get(id) ?? '');
}
