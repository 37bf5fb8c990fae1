import * as vscode from 'vscode';
import type { Alert } from '../../domain/alert.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { ruleWarnings } from '../../domain/suppression/ruleWarnings.ts';
import { anyAlertType, type SuppressionRule } from '../../domain/suppression/suppressionRule.ts';
import { timeOfDay } from '../../platform/clock.ts';
import {
  alertTypeText,
  conditionText,
  placeText,
  rehearsalText,
  rolesForSuppression,
  standingText,
  warningText,
} from '../../services/response/suppression/ruleText.ts';
import { withoutIcons } from '../../services/withoutIcons.ts';
import { askForConditions, askForExpiry, askForReason, askForType, withExpiry } from './askForParts.ts';
import { copyRule } from './copyRule.ts';
import type { RuleDesk } from './ruleDesk.ts';
import { showRehearsal } from './showRehearsal.ts';
import { askForText, isConfirmed } from './suppressionNotices.ts';
import type { ResponseContext } from '../responseContext.ts';

interface Editing {
  readonly context: ResponseContext;
  readonly desk: RuleDesk;
  /** Alerts whose entities are offered as conditions. */
  readonly examples: readonly Alert[];
  readonly isNew: boolean;
  readonly mayWrite: boolean;
}

/** What choosing a row does: to the rule, or `save`, or nothing. */
type Act = () => Promise<SuppressionRule | 'save' | undefined> | 'save';

interface Row extends vscode.QuickPickItem {
  readonly act?: Act;
}

/**
 * Shows a rule with what it would have done and what speaks against it, and lets the person change each part of it. Gives
 * the rule once they have confirmed it; undefined when they turn away.
 */
export async function editRule(draft: SuppressionRule, editing: Editing): Promise<SuppressionRule | undefined> {
  const { desk, isNew } = editing;
  for (let rule = draft; ;) {
    const rehearsed = rehearsalText(desk.rehearse(rule));
    const warnings = warningsOf(rule, desk);
    const chosen = await vscode.window.showQuickPick(rowsOf(rule, rehearsed, warnings, editing), {
      title: isNew ? 'New suppression rule' : 'Suppression rule',
      placeHolder: 'Choose a part to change it. Escape changes nothing in Azure.',
      matchOnDetail: true,
      ignoreFocusOut: true,
    });
    if (chosen === undefined) return undefined;
    const done = await chosen.act?.();
    if (done !== 'save') {
      rule = done ?? rule;
      continue;
    }
    const detail = [rehearsed, ...warnings, placeText(desk.subscription)].join('\n\n');
    const notice = isNew ? 'confirmCreate' : 'confirmChange';
    if (await isConfirmed(notice, detail, isNew ? 'Create' : 'Change')) return rule;
  }
}

function warningsOf(rule: SuppressionRule, desk: RuleDesk): readonly string[] {
  return ruleWarnings(rule, desk.rehearse(rule), desk.now).map((warning) => warningText(warning, timeOfDay));
}

function rowsOf(
  rule: SuppressionRule,
  rehearsed: string,
  warnings: readonly string[],
  { context, desk, examples, isNew, mayWrite }: Editing,
): readonly Row[] {
  const { alertType, comment = '', conditions, name, reason } = rule;
  const verb = isNew ? 'Create Rule…' : 'Save Rule…';
  return [
    mayWrite
      ? { label: `$(check) ${verb}`, detail: rehearsed, alwaysShow: true, act: () => 'save' }
      : { label: '$(lock) Your roles do not allow saving rules', detail: rolesForSuppression },
    ...warnings.map((text): Row => ({ label: `$(warning) ${text}` })),
    { label: 'Rule', kind: vscode.QuickPickItemKind.Separator },
    part('Alerts', alertTypeText(alertType), async () => {
      const type = await askForType(alertType === anyAlertType ? (examples[0]?.alertType ?? alertType) : alertType);
      return type === undefined ? undefined : { ...rule, alertType: type };
    }),
    ...conditions.map((condition, at) =>
      part('Condition', conditionText(condition), async () => {
        if (condition.kind !== 'contains') return undefined;
        const text = await askForText('text', condition.text);
        return text === undefined ? undefined : { ...rule, conditions: conditions.with(at, { ...condition, text }) };
      }),
    ),
    part('Conditions…', conditions.length === 0 ? 'none' : 'add or remove', async () => {
      const chosen = await askForConditions(conditions, examples);
      return chosen && { ...rule, conditions: chosen };
    }),
    part('Reason', reason, async () => {
      const chosen = await askForReason();
      return chosen === undefined ? undefined : { ...rule, reason: chosen };
    }),
    part('Comment', comment, async () => {
      const text = await askForText('comment', comment);
      return text === undefined ? undefined : { ...rule, comment: text };
    }),
    part('Ends', standingText(rule, desk.now, timeOfDay), async () => {
      const expires = await askForExpiry(desk.now);
      return expires === undefined ? undefined : withExpiry(rule, expires);
    }),
    ...(isNew
      ? [
          part('Name', name, async () => {
            const text = await askForText('name', name);
            return text === undefined ? undefined : { ...rule, name: text };
          }),
        ]
      : []),
    { label: 'Look at it', kind: vscode.QuickPickItemKind.Separator },
    {
      label: '$(list-unordered) Show the Alerts That It Would Have Dismissed',
      act: async () => {
        await showRehearsal(rule, desk, context);
        return undefined;
      },
    },
    {
      label: '$(file-code) Open as Bicep, ARM Template or Terraform…',
      act: async () => {
        await copyRule(rule, desk.subscription.subscriptionId);
        return undefined;
      },
    },
  ];
}

function part(label: string, value: string, change: Act): Row {
  return { label, description: withoutIcons(displayLabel(value)), act: change };
}
