import * as vscode from 'vscode';
import { displayLabel } from '../../domain/displayText.ts';
import type { SuppressionRights } from '../../domain/suppression/suppressionRights.ts';
import { ruleWarnings } from '../../domain/suppression/ruleWarnings.ts';
import { anyAlertType, type SuppressionRule } from '../../domain/suppression/suppressionRule.ts';
import { timeOfDay } from '../../platform/clock.ts';
import {
  alertTypeText,
  placeText,
  rehearsalText,
  rolesForSuppression,
  standingText,
  warningText,
} from '../../services/response/suppression/ruleText.ts';
import { withoutIcons } from '../../services/withoutIcons.ts';
import type { ResponseContext } from '../responseContext.ts';
import { chooseSubscription } from './chooseSubscription.ts';
import { copyRule } from './copyRule.ts';
import { editRule } from './editRule.ts';
import { RuleDesk } from './ruleDesk.ts';
import { showRehearsal } from './showRehearsal.ts';
import { isConfirmed } from './suppressionNotices.ts';

/** Lists the rules of a subscription, each with what it would have done, until the person turns away. */
export async function manageSuppressionRules(context: ResponseContext, argument: unknown): Promise<void> {
  const subscription = await chooseSubscription(context, argument, 'Suppression rules');
  if (subscription === undefined) return;
  const desk = new RuleDesk(context, subscription);
  for (;;) {
    const read = await desk.read();
    if (read === undefined) return;
    const rule = await chooseRule(read.rules, read.unreadableRows, desk);
    if (rule === undefined) return;
    await actOn(rule, read.rights, desk, context);
  }
}

interface RuleRow extends vscode.QuickPickItem {
  readonly rule?: SuppressionRule;
}

async function chooseRule(
  rules: readonly SuppressionRule[],
  unreadableRows: number,
  desk: RuleDesk,
): Promise<SuppressionRule | undefined> {
  const rows: readonly RuleRow[] = [
    ...rules.map((rule) => rowOf(rule, desk)),
    ...(rules.length === 0
      ? [{ label: 'No rules', detail: 'Create one from an alert: “Create Suppression Rule…” in its menu.' }]
      : []),
    ...(unreadableRows === 0
      ? []
      : [
          {
            label: '$(warning) The list is not complete',
            detail: `${String(unreadableRows)} rows of Azure’s list cannot be read.`,
          },
        ]),
  ];
  const chosen = await vscode.window.showQuickPick(rows, {
    title: 'Suppression rules',
    placeHolder:
      rules.length === 0 ? 'There are no rules in this subscription' : 'Choose a rule to change, delete or copy it',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.rule;
}

function rowOf(rule: SuppressionRule, desk: RuleDesk): RuleRow {
  const rehearsal = desk.rehearse(rule);
  const [warning] = ruleWarnings(rule, rehearsal, desk.now);
  const facts = `${alertTypeText(rule.alertType)} · ${standingText(rule, desk.now, timeOfDay)}`;
  const told = warning === undefined ? '' : ` $(warning) ${warningText(warning, timeOfDay)}`;
  return {
    label: withoutIcons(displayLabel(rule.name)),
    description: withoutIcons(facts),
    detail: rehearsalText(rehearsal) + told,
    rule,
  };
}

interface ActionRow extends vscode.QuickPickItem {
  act(): Promise<unknown>;
}

async function actOn(
  rule: SuppressionRule,
  rights: SuppressionRights,
  desk: RuleDesk,
  context: ResponseContext,
): Promise<void> {
  const { subscriptionId } = desk.subscription;
  const examples = desk.alerts.filter(
    ({ alertType }) => rule.alertType === anyAlertType || alertType === rule.alertType,
  );
  const edit = async (): Promise<void> => {
    const changed = await editRule(rule, { context, desk, examples, isNew: false, mayWrite: rights.write });
    if (changed !== undefined) await desk.change(rule, changed);
  };
  const rows: readonly ActionRow[] = [
    ...(rights.write ? [toggleRow(rule, desk)] : []),
    { label: rights.write ? '$(edit) Edit…' : '$(eye) Look at Its Parts…', act: edit },
    {
      label: '$(list-unordered) Show the Alerts That It Would Have Dismissed',
      detail: rehearsalText(desk.rehearse(rule)),
      act: () => showRehearsal(rule, desk, context),
    },
    { label: '$(file-code) Open as Bicep, ARM Template or Terraform…', act: () => copyRule(rule, subscriptionId) },
    ...(rights.delete ? [{ label: '$(trash) Delete…', act: () => remove(rule, desk) }] : []),
    ...(rights.write && rights.delete
      ? []
      : [
          {
            label: '$(lock) Your roles do not allow all changes',
            detail: rolesForSuppression,
            act: () => Promise.resolve(),
          },
        ]),
  ];
  const title = 'Suppression rule';
  const chosen = await vscode.window.showQuickPick(rows, { title, placeHolder: withoutIcons(displayLabel(rule.name)) });
  await chosen?.act();
}

function toggleRow(rule: SuppressionRule, desk: RuleDesk): ActionRow {
  const isOn = rule.state === 'Enabled';
  const { stateWord: _, ...rest } = rule;
  return {
    label: isOn ? '$(circle-slash) Disable' : '$(check) Enable',
    act: async () => {
      const after: SuppressionRule = { ...rest, state: isOn ? 'Disabled' : 'Enabled' };
      // A rule in force hides alerts: whoever switches it on has read how many.
      if (isOn || (await isConfirmed('confirmChange', detailOf(after, desk), 'Enable'))) await desk.change(rule, after);
    },
  };
}

function detailOf(rule: SuppressionRule, desk: RuleDesk): string {
  const rehearsal = desk.rehearse(rule);
  const warnings = ruleWarnings(rule, rehearsal, desk.now).map((warning) => warningText(warning, timeOfDay));
  return [rehearsalText(rehearsal), ...warnings, placeText(desk.subscription)].join('\n\n');
}

async function remove(rule: SuppressionRule, desk: RuleDesk): Promise<void> {
  const told = 'Alerts that it has dismissed stay dismissed. Undo creates it again as it is now.';
  const detail = [told, `Rule: ${displayLabel(rule.name)}`, placeText(desk.subscription)];
  if (await isConfirmed('confirmDelete', detail.join('\n\n'), 'Delete')) await desk.delete(rule);
}
