import type { Product } from './product.ts';
import { listNames } from '../services/tree/treeIndex.ts';
import { oneOf } from '../platform/settings.ts';
import { rowOf } from './subscriptionRow.ts';

/** Shows more rows of the list that the row belongs to: incidents, alerts, or subscriptions of a tenant. */
export async function showMore({ view, subscriptionsView }: Product, argument: unknown): Promise<void> {
  if (typeof argument !== 'object' || argument === null) return;
  if (!('list' in argument)) {
    (await subscriptionsView()).showMore(rowOf(argument).tenantId);
    return;
  }
  const list = oneOf(listNames, argument.list);
  if (list !== undefined) view.showMore(list);
}
