import type { AlertKey } from '../../domain/alert.ts';
import { assertNever } from '../../domain/assertNever.ts';
import type { Correlation } from '../../domain/correlation/correlation.ts';
import type { Correction } from '../../domain/correlation/corrections/correction.ts';
import { displayLabel } from '../../domain/displayText.ts';

const titleLimit = 60;

/** What a person decided, in one line of display text. */
export function correctionText(correction: Correction, { alerts }: Pick<Correlation, 'alerts'>): string {
  const named = namesOf(correction.alerts, alerts);
  switch (correction.kind) {
    case 'merge':
      return `Put together ${named}`;
    case 'remove':
      return `Removed ${named}`;
    case 'move':
      if (correction.to.length > 0) return `Moved ${named} to another incident`;
      return `Made an incident of ${named}`;
    case 'rename':
      if (correction.name === '') return 'Gave the incident its own title back';
      return `Named the incident “${displayLabel(correction.name, titleLimit)}”`;
    case 'pin':
      return correction.pinned ? 'Pinned the incident' : 'Unpinned the incident';
    default:
      return assertNever(correction);
  }
}

function namesOf(keys: readonly AlertKey[], alerts: Correlation['alerts']): string {
  const [first] = keys.flatMap((key) => alerts.get(key) ?? []);
  if (first === undefined)
    return keys.length === 1 ? 'an alert that is not in the list' : `${String(keys.length)} alerts`;
  const title = `“${displayLabel(first.displayName, titleLimit)}”`;
  if (keys.length === 1) return title;
  return `${title} and ${keys.length === 2 ? 'one more alert' : `${String(keys.length - 1)} more alerts`}`;
}
