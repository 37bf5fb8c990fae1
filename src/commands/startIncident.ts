import { startIncident as started } from '../domain/correlation/corrections/correct.ts';
import type { Product } from './product.ts';
import { alertsOrAsk } from './alertsOrAsk.ts';
import { chosenOf } from './chosen.ts';
import { correct } from './correct.ts';

/** Makes an incident of alerts, also of a single one. */
export async function startIncident(product: Product, argument: unknown, selected: unknown): Promise<void> {
  const alerts = await alertsOrAsk(product, chosenOf(product, argument, selected), 'Make an incident of which alert?');
  if (alerts.length === 0) return;
  await correct(product, [started(product.store.state.correlation, alerts)], 'incidentStarted');
}
