import type { SubscriptionChoice } from '../services/subscriptionChoice.ts';
import type { Product } from './product.ts';

/** Shows other subscriptions from now on; reads only those of which nothing is known yet. */
export async function reselect(
  { subscriptions, store, refresher }: Product,
  choice: SubscriptionChoice,
): Promise<void> {
  await subscriptions.choose(choice);
  const { available, subscriptions: shown } = store.state;
  // Subscriptions of a tenant that could not be asked are no longer listed, and still shown.
  const known = new Map(
    [...shown.map(({ subscription }) => subscription), ...available].map((each) => [each.subscriptionId, each]),
  );
  const selected = subscriptions.select([...known.values()]);
  store.apply({ kind: 'selectionChanged', selected });
  const before = new Set(shown.map(({ subscription }) => subscription.subscriptionId));
  const added = selected.flatMap(({ subscriptionId }) => (before.has(subscriptionId) ? [] : [subscriptionId]));
  if (added.length > 0) await refresher.refreshOnly(added);
}
