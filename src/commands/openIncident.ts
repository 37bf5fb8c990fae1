import type { Product } from './product.ts';
import { askForItem } from './askForItem.ts';
import { openTarget } from './openTarget.ts';
import { targetOf } from './targetOf.ts';

/** Opens the incident that is named, or one that the person looks for. */
export async function openIncident(product: Product, argument: unknown): Promise<void> {
  const target = targetOf(argument) ?? (await askForItem(product, 'incidents'));
  if (target !== undefined) openTarget(product, target);
}
