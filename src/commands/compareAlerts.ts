import type { Product } from './product.ts';
import { askForItem } from './askForItem.ts';
import { chosenOf } from './chosen.ts';

const questions = {
  first: 'Compare which alert? Type words of its title, type, resource or id',
  second: 'Compare it with which alert? Type words of its title, type, resource or id',
};

/**
 * Shows why two alerts are together, or what kept them apart: the two that are selected, else the one that is named or
 * looked at with another that the person looks for.
 */
export async function compareAlerts(product: Product, argument: unknown, selected: unknown): Promise<void> {
  const chosen = new Set(chosenOf(product, argument, selected).alerts.map(({ alertKey }) => alertKey));
  const [named, other] = chosen;
  const first = named ?? (await askForItem(product, 'alerts', questions.first))?.id;
  if (first === undefined) return;
  const second = other ?? (await askForItem(product, 'alerts', questions.second, first))?.id;
  if (second !== undefined) product.panels.openComparison(first, second);
}
