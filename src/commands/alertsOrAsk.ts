import type { AlertKey } from '../domain/alert.ts';
import type { Product } from './product.ts';
import { askForItem } from './askForItem.ts';
import type { Chosen } from './chosen.ts';

/** The alerts that were chosen, else one that the person looks for. */
export async function alertsOrAsk(product: Product, chosen: Chosen, question: string): Promise<readonly AlertKey[]> {
  if (chosen.alerts.length > 0) return chosen.alerts.map(({ alertKey }) => alertKey);
  const asked = await askForItem(product, 'alerts', question);
  return asked === undefined ? [] : [asked.id];
}
