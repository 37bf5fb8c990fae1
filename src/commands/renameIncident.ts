import { renameIncident as renamed } from '../domain/correlation/corrections/correct.ts';
import { displayLabel } from '../domain/displayText.ts';
import { askForText } from '../platform/notices.ts';
import type { Product } from './product.ts';
import { chosenOf } from './chosen.ts';
import { correct } from './correct.ts';
import { incidentOrAsk } from './incidentOrAsk.ts';

/** Gives an incident the name that the person writes, or its own title back. */
export async function renameIncident(product: Product, argument: unknown, selected: unknown): Promise<void> {
  const incident = await incidentOrAsk(product, chosenOf(product, argument, selected), 'Rename which incident?');
  if (incident === undefined) return;
  const title = displayLabel(incident.title);
  const name = await askForText('nameOfIncident', title);
  if (name === undefined || name === title) return;
  await correct(product, [renamed(product.store.state.correlation, incident.id, name)], 'incidentRenamed');
}
