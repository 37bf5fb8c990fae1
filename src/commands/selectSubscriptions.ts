import * as vscode from 'vscode';
import type { Product } from './product.ts';
import { displayLabel } from '../domain/displayText.ts';
import { withoutIcons } from '../services/withoutIcons.ts';
import { inform } from '../platform/notices.ts';

/** Lets the person choose which subscriptions to see. */
export async function selectSubscriptions(product: Product): Promise<void> {
  const { store, subscriptions, refresher } = product;
  await refresher.ensureLoaded();
  const { available } = store.state;
  if (available.length === 0) {
    inform('noSubscriptions');
    return;
  }
  const selected = new Set(subscriptions.select(available));
  const items = available.map((subscription) => ({
    label: withoutIcons(displayLabel(subscription.displayName)),
    description: displayLabel(subscription.subscriptionId),
    picked: selected.has(subscription),
    subscription,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    matchOnDescription: true,
    placeHolder: 'Subscriptions whose alerts to show',
  });
  if (chosen === undefined) return;
  await subscriptions.choose(
    chosen.map(({ subscription }) => subscription),
    available,
  );
  await refresher.restart();
}
