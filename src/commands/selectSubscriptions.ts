import type { Product } from './product.ts';
import { inform } from '../platform/notices.ts';
import { reselect } from './reselect.ts';

/** Lets the person choose which subscriptions to see. */
export async function selectSubscriptions(product: Product): Promise<void> {
  const { store, subscriptions } = product;
  await subscriptionsListed(product);
  if (store.state.available.length === 0) {
    inform('noSubscriptions');
    return;
  }
  const { pickSubscriptions } = await import('../subscriptions/index.ts');
  const choice = await pickSubscriptions(store, subscriptions.choice);
  if (choice !== undefined) await reselect(product, choice);
}

/** Settles as soon as there is something to choose from: reading thousands of subscriptions takes its time. */
async function subscriptionsListed({ store, refresher }: Product): Promise<void> {
  if (store.state.available.length > 0) return;
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const stop = store.onDidChange(({ available }) => {
    if (available.length > 0) resolve(undefined);
  });
  await Promise.race([promise, refresher.ensureLoaded()]);
  stop();
}
