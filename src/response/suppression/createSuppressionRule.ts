import { askForItem } from '../../commands/askForItem.ts';
import { chosenOf } from '../../commands/chosen.ts';
import type { Alert } from '../../domain/alert.ts';
import { suggestRuleName } from '../../domain/suppression/ruleName.ts';
import type { SuppressionRule } from '../../domain/suppression/suppressionRule.ts';
import { inform } from '../../platform/notices.ts';
import type { ResponseContext } from '../responseContext.ts';
import { askForConditions, askForExpiry, askForReason, askForType } from './askForParts.ts';
import { editRule } from './editRule.ts';
import { RuleDesk } from './ruleDesk.ts';
import { askForText } from './suppressionNotices.ts';

/** Makes a rule that dismisses alerts like one that is at hand, after a look at what it would have done. */
export async function createSuppressionRule(
  context: ResponseContext,
  argument: unknown,
  selected: unknown,
): Promise<void> {
  const alert = await alertOrAsk(context, argument, selected);
  if (alert === undefined) return;
  const subscription = context.store.state.available.find((each) => each.subscriptionId === alert.subscriptionId);
  if (subscription === undefined) {
    inform('gone');
    return;
  }
  const desk = new RuleDesk(context, subscription);
  const read = await desk.read();
  if (read === undefined) return;
  const draft = await draftFrom(alert, desk.now, read.rules);
  if (draft === undefined) return;
  const editing = { context, desk, examples: [alert], isNew: true, mayWrite: read.rights.write };
  let wanted: SuppressionRule | undefined = draft;
  // What was put together is not lost to a name that is taken, or to a network that fails.
  do wanted = await editRule(wanted, editing);
  while (wanted !== undefined && !(await desk.create(wanted)));
}

/** Asks for the parts one after the other; undefined as soon as the person turns away. */
async function draftFrom(
  alert: Alert,
  now: number,
  rules: readonly SuppressionRule[],
): Promise<SuppressionRule | undefined> {
  const alertType = await askForType(alert.alertType);
  if (alertType === undefined) return undefined;
  const conditions = await askForConditions([], [alert]);
  if (conditions === undefined) return undefined;
  const reason = await askForReason();
  if (reason === undefined) return undefined;
  const comment = await askForText('comment', '');
  if (comment === undefined) return undefined;
  const expires = await askForExpiry(now);
  if (expires === undefined) return undefined;
  const taken = rules.map(({ name }) => name);
  const name = suggestRuleName(alert.alertType, taken);
  return { name, alertType, reason, state: 'Enabled', expires, conditions, ...(comment === '' ? {} : { comment }) };
}

async function alertOrAsk(context: ResponseContext, argument: unknown, selected: unknown): Promise<Alert | undefined> {
  const [chosen] = chosenOf(context, argument, selected).alerts;
  const asked = chosen?.alertKey ?? (await askForItem(context, 'alerts', 'A rule for alerts like which one?'))?.id;
  if (asked === undefined) return undefined;
  const alert = context.store.state.correlation.alerts.get(asked);
  if (alert === undefined) inform('gone');
  return alert;
}
