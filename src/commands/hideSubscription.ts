import type { Product } from './product.ts';
import { offerUndo } from '../platform/notices.ts';
import { hide } from '../services/subscriptionChoice.ts';
import { reselect } from './reselect.ts';
import { rowOf } from './subscriptionRow.ts';

/** Takes one subscription out of those that are shown, with a way back at once and in "Select Subscriptions" later. */
export async function hideSubscription(product: Product, argument: unknown): Promise<void> {
  const { subscriptionId } = rowOf(argument);
  if (subscriptionId === undefined) return;
  const before = product.subscriptions.choice;
  await reselect(product, hide(before, subscriptionId));
  if (await offerUndo('subscriptionHidden')) await reselect(product, before);
}
