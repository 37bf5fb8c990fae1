import type { SuppressionRule } from '../../domain/suppression/suppressionRule.ts';
import { timeOfDay } from '../../platform/clock.ts';
import { rehearsalReport } from '../../services/response/suppression/rehearsalReport.ts';
import type { ResponseContext } from '../responseContext.ts';
import type { RuleDesk } from './ruleDesk.ts';

/** Opens the list of what a rule would have dismissed. */
export async function showRehearsal(rule: SuppressionRule, desk: RuleDesk, context: ResponseContext): Promise<void> {
  const { correlation } = context.store.state;
  const report = rehearsalReport(rule, desk.rehearse(rule), correlation, timeOfDay);
  await context.documents.show('Rehearsal of a suppression rule.txt', report);
}
