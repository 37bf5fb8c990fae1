import type { ItemTarget } from '../protocol/panelTarget.ts';
import type { Product } from './product.ts';

/** Shows the panel of an item, which from now on is no longer new. */
export function openTarget(product: Product, target: ItemTarget): void {
  if (target.kind === 'incident') product.panels.openIncident(target.id);
  else product.panels.openAlert(target.id);
  product.seen.markSeen([target.id]);
}
