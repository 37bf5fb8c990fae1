import type { Product } from './product.ts';
import { alertMarkdown, incidentMarkdown } from '../services/itemMarkdown.ts';
import { copyItem } from './copyItem.ts';

/** Copies an item as Markdown, for a ticket or a chat. */
export function copyAsMarkdown(product: Product, argument: unknown): Promise<void> {
  return copyItem(product, argument, (item) =>
    item.kind === 'alert'
      ? alertMarkdown(item.alert)
      : incidentMarkdown(item.incident, product.store.state.correlation),
  );
}
