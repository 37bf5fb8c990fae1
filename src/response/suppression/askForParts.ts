import * as vscode from 'vscode';
import type { Alert } from '../../domain/alert.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { conditionOffers, type ConditionOffer } from '../../domain/suppression/conditionOffers.ts';
import { mergeConditions } from '../../domain/suppression/mergeConditions.ts';
import {
  anyAlertType,
  type SuppressionCondition,
  type SuppressionRule,
} from '../../domain/suppression/suppressionRule.ts';
import { timeOfDay } from '../../platform/clock.ts';
import { expiryChoices } from '../../services/response/suppression/expiryChoices.ts';
import { alertTypeText, conditionText } from '../../services/response/suppression/ruleText.ts';
import { withoutIcons } from '../../services/withoutIcons.ts';

/** Words that Azure's own examples and portal use. */
const reasons = [
  { label: 'False positive', detail: 'What such alerts say does not happen.', reason: 'FalsePositive' },
  {
    label: 'False positive on these entities',
    detail: 'It is expected of these addresses, accounts or processes.',
    reason: 'SpecificEntityFalsePositive',
  },
  { label: 'Other', detail: 'The comment says why.', reason: 'Other' },
];

/** Alerts of one type whose entities are offered; more hardly offer anything new. */
const mostAlertsForOffers = 50;

/** Which alerts a rule is about: those of one type, or, said to be too broad, of all. */
export async function askForType(alertType: string): Promise<string | undefined> {
  const items = [
    { label: withoutIcons(alertTypeText(alertType)), detail: 'Alerts of this type.', alertType },
    {
      label: 'Every type',
      detail: 'Alerts of all types that fit the conditions, also of types that do not exist yet. Rarely right.',
      alertType: anyAlertType,
    },
  ];
  const title = 'Suppression rule: which alerts?';
  return (await vscode.window.showQuickPick(items, { title, placeHolder: 'Type of the alerts to dismiss' }))?.alertType;
}

interface ConditionPick extends vscode.QuickPickItem {
  readonly kept?: SuppressionCondition;
  readonly offer?: ConditionOffer;
}

/** Which conditions must hold: those that a rule has, and those that entities of alerts offer. */
export async function askForConditions(
  current: readonly SuppressionCondition[],
  alerts: readonly Alert[],
): Promise<readonly SuppressionCondition[] | undefined> {
  const items: readonly ConditionPick[] = [
    ...current.map((kept) => ({ label: withoutIcons(conditionText(kept)), picked: true, kept })),
    ...offersOf(alerts).map((offer) => ({
      label: withoutIcons(displayLabel(offer.value)),
      description: offer.field,
      detail: offer.isDocumented ? '' : 'Azure documents no rule with this field, and may refuse or ignore it.',
      offer,
    })),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'Suppression rule: under which conditions?',
    placeHolder: 'All fields must fit; of several values of one field any will do. None: every alert of the type.',
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (chosen === undefined) return undefined;
  return mergeConditions(
    chosen.flatMap(({ kept }) => kept ?? []),
    chosen.flatMap(({ offer }) => offer ?? []),
  );
}

function offersOf(alerts: readonly Alert[]): readonly ConditionOffer[] {
  const offers = new Map<string, ConditionOffer>();
  for (const alert of alerts.slice(0, mostAlertsForOffers)) {
    for (const offer of conditionOffers(alert)) offers.set(JSON.stringify([offer.field, offer.value]), offer);
  }
  return [...offers.values()];
}

export async function askForReason(): Promise<string | undefined> {
  const title = 'Suppression rule: why?';
  return (await vscode.window.showQuickPick(reasons, { title, placeHolder: 'The reason is kept in Azure' }))?.reason;
}

export async function askForExpiry(now: number): Promise<number | undefined> {
  const items = expiryChoices(now).map((choice) => ({ ...choice, description: timeOfDay(choice.expires) }));
  const placeHolder = 'When does it end? After that, somebody should look whether it is still right.';
  return (await vscode.window.showQuickPick(items, { title: 'Suppression rule: until when?', placeHolder }))?.expires;
}

/** A rule with another end; what could not be read of the old one goes. */
export function withExpiry({ unreadableExpiry: _, ...rule }: SuppressionRule, expires: number): SuppressionRule {
  return { ...rule, expires };
}
