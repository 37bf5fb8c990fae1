import { displayLabel } from '../../domain/displayText.ts';

/** "Security incident: …", "Security incident detected …": words that every title of the service begins with. */
const leadIn = /^security incident(?:(?: detected)?\s*[:–-]\s*| detected\s+)/i;

/**
 * An incident's title for a narrow row: without the lead-in that the icon and the section say already, so that what
 * tells incidents apart is not cut off. A title that is nothing but the lead-in stays whole, as does any other.
 */
export function incidentLabel(title: string): string {
  const shown = displayLabel(title);
  const rest = shown.replace(leadIn, '');
  if (rest === '' || rest === shown) return shown;
  // A resource's name keeps its case: "vm-files-01" is not "Vm-files-01".
  return /^\p{L}+(?=\s|$)/u.test(rest) ? rest.charAt(0).toUpperCase() + rest.slice(1) : rest;
}
