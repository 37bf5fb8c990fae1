import type { AlertStore } from '../../src/services/alertStore.ts';
import { treeOf } from '../bench/filledStore.ts';

/** What a person sees of one subscription. */
export interface SubscriptionRow {
  readonly description: string;
  readonly capabilities: readonly string[];
  readonly tooltip: string;
}

export function subscriptionRow(store: AlertStore, subscriptionId: string): SubscriptionRow {
  const tree = treeOf(store);
  const section = tree.roots().find((root) => root.kind === 'section' && root.section === 'subscriptions');
  const rows = section === undefined ? [] : tree.children(section);
  const node = rows.find((row) => row.kind === 'subscription' && row.subscriptionId === subscriptionId);
  if (node === undefined) throw new Error('The subscription has no row');
  const { description, capabilities } = tree.describe(node);
  const tooltip = tree
    .tooltip(node)
    .map(({ name, text }) => `${name ?? ''} ${text}`)
    .join('\n');
  return { description, capabilities, tooltip };
}
