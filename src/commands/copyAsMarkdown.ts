import type { Product } from './product.ts';
import type { Item } from './findItem.ts';
import type { Alert } from '../domain/alert.ts';
import { memberKeys } from '../domain/incident.ts';
import { safeLink } from '../domain/safeLink.ts';
import { alertMarkdown, incidentMarkdown } from '../services/itemMarkdown.ts';
import { takeActionMarkdown } from '../services/takeActionMarkdown.ts';
import { copyItem } from './copyItem.ts';

/** Copies an item with its checklist as Markdown, for a ticket or a chat. */
export function copyAsMarkdown(product: Product, argument: unknown): Promise<void> {
  const { checklists, portalUrl, store } = product;
  return copyItem(product, argument, (item) => {
    const { correlation } = store.state;
    const text = item.kind === 'alert' ? alertMarkdown(item.alert) : incidentMarkdown(item.incident, correlation);
    const steps = takeActionMarkdown(alertsOf(item, product), {
      progressOf: (key) => checklists.peek(key) ?? new Map(),
      safeLink: (href) => safeLink(href, { portalUrl: portalUrl() }),
    });
    return text + steps;
  });
}

function alertsOf(item: Item, { store }: Product): readonly Alert[] {
  if (item.kind === 'alert') return [item.alert];
  const { alerts } = store.state.correlation;
  const { declaredBy } = item.incident;
  const keys = declaredBy === undefined ? memberKeys(item.incident) : [...memberKeys(item.incident), declaredBy];
  return keys.flatMap((key) => alerts.get(key) ?? []);
}
