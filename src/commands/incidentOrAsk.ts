import type { Incident } from '../domain/incident.ts';
import { inform } from '../platform/notices.ts';
import { findIncident } from '../services/findIncident.ts';
import { askForItem, type ItemSources } from './askForItem.ts';
import type { Chosen } from './chosen.ts';

/** The incident that was chosen, else one that the person looks for; undefined when they turn away or it is gone. */
export async function incidentOrAsk(
  product: ItemSources,
  chosen: Chosen,
  question: string,
): Promise<Incident | undefined> {
  const id = chosen.incidents[0] ?? (await askForItem(product, 'incidents', question))?.id;
  if (id === undefined) return undefined;
  const incident = findIncident(product.store.state.correlation, id);
  if (incident === undefined) inform('gone');
  return incident;
}
