import * as vscode from 'vscode';
import { rowOf } from '../../commands/subscriptionRow.ts';
import { displayLabel } from '../../domain/displayText.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { withoutIcons } from '../../services/withoutIcons.ts';
import type { ResponseContext } from '../responseContext.ts';
import { informOfRules } from './suppressionNotices.ts';

/** The subscription that a row names, the only one there is, or the one that the person chooses. */
export async function chooseSubscription(
  { refresher, store }: ResponseContext,
  argument: unknown,
  title: string,
): Promise<Subscription | undefined> {
  if (store.state.available.length === 0) await refresher.ensureLoaded();
  const { available } = store.state;
  const { subscriptionId } = rowOf(argument);
  const named = available.find((each) => each.subscriptionId === subscriptionId);
  if (named !== undefined || available.length === 1) return named ?? available[0];
  if (available.length === 0) {
    informOfRules('noSubscriptions');
    return undefined;
  }
  const items = available.map((subscription) => ({
    label: withoutIcons(displayLabel(subscription.displayName)),
    description: withoutIcons(displayLabel(subscription.tenantName ?? '')),
    subscription,
  }));
  const options = { title, placeHolder: 'Which subscription?', matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.subscription;
}
