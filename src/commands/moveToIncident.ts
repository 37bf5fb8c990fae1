import { moveToIncident as moved } from '../domain/correlation/corrections/correct.ts';
import { findIncident } from '../services/findIncident.ts';
import type { Product } from './product.ts';
import { alertsOrAsk } from './alertsOrAsk.ts';
import { askForItem } from './askForItem.ts';
import { chosenOf } from './chosen.ts';
import { correct } from './correct.ts';

/** Moves alerts to an incident that the person looks for. */
export async function moveToIncident(product: Product, argument: unknown, selected: unknown): Promise<void> {
  const alerts = await alertsOrAsk(product, chosenOf(product, argument, selected), 'Move which alert?');
  if (alerts.length === 0) return;
  const target = await askForItem(product, 'incidents', 'Move to which incident?');
  if (target === undefined) return;
  const { correlation } = product.store.state;
  const id = findIncident(correlation, target.id)?.id ?? target.id;
  await correct(product, [moved(correlation, alerts, id)], 'alertsMoved');
}
