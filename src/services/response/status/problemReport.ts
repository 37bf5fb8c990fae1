import type { AzureFailure } from '../../../domain/azureFailure.ts';
import { displayLabel } from '../../../domain/displayText.ts';
import { failureText } from '../../failureText.ts';
import { rolesForStatus } from '../../rightsText.ts';
import type { StatusResult } from './statusChange.ts';

const headings = {
  failed: 'Could not be changed',
  notTried: 'Not tried: Azure would have refused them for the same reason',
  inDoubt: 'In doubt: the answer was lost',
  cancelled: 'Called off before being sent',
} as const;

/**
 * What did not go as asked in a batch, alert by alert, as plain text: it is read in an editor. `timeOfDay` writes epoch
 * milliseconds, and `subscriptionName` gives display text.
 */
export function problemReport(
  results: readonly StatusResult[],
  subscriptionName: (id: string) => string,
  timeOfDay: (time: number) => string,
): string {
  const sections = (Object.keys(headings) as (keyof typeof headings)[]).flatMap((kind) => {
    const rows = results.filter(({ outcome }) => outcome.kind === kind);
    if (rows.length === 0) return [];
    const lines = rows.map(({ alert, before, outcome }) => {
      const title = displayLabel(alert.displayName);
      const where = subscriptionName(alert.subscriptionId);
      const why = 'failure' in outcome ? `: ${reasonOf(outcome.failure, timeOfDay)}` : '';
      return `- ${title} (${where}, was ${before})${why}`;
    });
    return [headings[kind], lines.join('\n')];
  });
  return `${sections.join('\n\n')}\n`;
}

/** Why one change was not carried out, in words. */
function reasonOf(failure: AzureFailure, timeOfDay: (time: number) => string): string {
  if (failure.kind === 'forbidden') return `your role does not allow it. ${rolesForStatus}`;
  if (failure.kind === 'unexpected' && failure.status === 404)
    return 'Azure no longer has this alert. Refresh the list.';
  const { cause, advice } = failureText(failure, timeOfDay);
  return `${cause}. ${advice}`;
}
