import { displayLabel } from '../domain/displayText.ts';
import type { Incident } from '../domain/incident.ts';
import { shortPlaces } from './viewModels/evidenceName.ts';

const sentenceLimit = 600;

/** Why the alerts are one incident, in one sentence of display text. */
export function incidentReason({ origin, links, sentence }: Incident): string {
  if (origin === 'service' && links.length === 0)
    return 'Defender for Cloud put these alerts together; it does not say why.';
  return displayLabel(shortPlaces(sentence), sentenceLimit);
}
