import { pinIncident as pinned } from '../domain/correlation/corrections/correct.ts';
import type { Product } from './product.ts';
import { chosenOf } from './chosen.ts';
import { correct } from './correct.ts';
import { incidentOrAsk } from './incidentOrAsk.ts';

/** Puts an incident first. */
export async function pinIncident(product: Product, argument: unknown, selected: unknown): Promise<void> {
  const incident = await incidentOrAsk(product, chosenOf(product, argument, selected), 'Pin which incident?');
  if (incident === undefined) return;
  await correct(product, [pinned(product.store.state.correlation, incident.id, true)], 'incidentPinned');
}
