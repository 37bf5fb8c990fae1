import type { AzureResult } from '../../src/domain/azureFailure.ts';
import { ReadOnce } from '../../src/services/readOnce.ts';
import type { StoreState } from '../../src/services/storeState.ts';
import { subscriptionNode } from '../../src/services/subscriptionTree/subscriptionNode.ts';
import { SubscriptionTreeModel } from '../../src/services/subscriptionTree/subscriptionTreeModel.ts';

/** What a person sees of one subscription. */
export interface SubscriptionRow {
  readonly description: string;
  readonly capabilities: readonly string[];
  readonly tooltip: string;
}

const unread = <T>(): ReadOnce<T> => new ReadOnce<T>(() => new Promise<AzureResult<T>>(() => undefined));

export function subscriptionTree(state: StoreState): SubscriptionTreeModel {
  return new SubscriptionTreeModel({
    state,
    details: { rights: unread(), coverage: unread() },
    now: Date.now(),
    timeOfDay: (time) => new Date(time).toISOString(),
    shownRows: () => 0,
  });
}

export function subscriptionRow(state: StoreState, subscriptionId: string): SubscriptionRow {
  const tree = subscriptionTree(state);
  const node = subscriptionNode(subscriptionId, '');
  const { description, capabilities } = tree.describe(node);
  const tooltip = tree
    .tooltip(node)
    .map(({ name, text }) => `${name ?? ''} ${text}`)
    .join('\n');
  return { description, capabilities, tooltip };
}
