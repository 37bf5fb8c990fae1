import type { Product } from './product.ts';
import { rowOf } from './subscriptionRow.ts';

/** Reads again what a row stands for: one subscription, a tenant, or, where none is named, all that could not be read. */
export async function retry(product: Product, argument: unknown): Promise<void> {
  const { readAsAsked } = await import('../subscriptions/index.ts');
  const { store } = product;
  const { subscriptions, failedTenants, unreadableRows } = store.state;
  const { subscriptionId, tenantId } = rowOf(argument);
  if (subscriptionId !== undefined) return readAsAsked(product, [subscriptionId]);
  // Which subscriptions a tenant has only a whole refresh asks.
  const unlisted = [...failedTenants, ...unreadableRows].some(
    (gap) => tenantId === undefined || gap.tenantId === tenantId,
  );
  const failed = subscriptions.filter(
    ({ health, skipped, subscription }) =>
      (tenantId === undefined || subscription.tenantId === tenantId) && (health.kind !== 'ok' || skipped.length > 0),
  );
  if (unlisted || failed.length === 0) return readAsAsked(product);
  return readAsAsked(
    product,
    failed.map(({ subscription }) => subscription.subscriptionId),
  );
}
