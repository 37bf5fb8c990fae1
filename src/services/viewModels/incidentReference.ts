import { displayLabel } from '../../domain/displayText.ts';
import type { Incident } from '../../domain/incident.ts';
import type { IncidentReference } from '../../protocol/incidentReference.ts';
import { severityOf } from './severityOf.ts';

export function incidentReference({ id, title, severity, members }: Incident): IncidentReference {
  return { incidentId: id, title: displayLabel(title), severity: severityOf(severity), alerts: members.length };
}
