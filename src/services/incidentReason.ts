import type { Alert, AlertKey } from '../domain/alert.ts';
import { displayLabel } from '../domain/displayText.ts';
import type { Incident } from '../domain/incident.ts';
import { memberKeys } from '../domain/incident.ts';
import { accountNames, withAccountNames } from './viewModels/accountNames.ts';

const sentenceLimit = 600;

/** Why the alerts are one incident, in one sentence of display text. */
export function incidentReason(incident: Incident, alerts: ReadonlyMap<AlertKey, Alert>): string {
  const { origin, links, sentence } = incident;
  if (origin === 'service' && links.length === 0)
    return 'Defender for Cloud put these alerts together; it does not say why.';
  const names = accountNames(memberKeys(incident).flatMap((key) => alerts.get(key) ?? []));
  return displayLabel(withAccountNames(sentence, names), sentenceLimit);
}
