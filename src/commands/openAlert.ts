import type { Product } from './product.ts';
import { askForItem } from './askForItem.ts';
import { openTarget } from './openTarget.ts';
import { targetOf } from './targetOf.ts';

/** Opens the alert that is named, or one that the person looks for. */
export async function openAlert(product: Product, argument: unknown): Promise<void> {
  const target = targetOf(argument) ?? (await askForItem(product, 'alerts'));
  if (target !== undefined) openTarget(product, target);
}
