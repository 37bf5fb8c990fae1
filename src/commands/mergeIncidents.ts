import * as vscode from 'vscode';
import { mergeIncidents as merged } from '../domain/correlation/corrections/correct.ts';
import type { IncidentId } from '../domain/incident.ts';
import { inform } from '../platform/notices.ts';
import { findIncident } from '../services/findIncident.ts';
import { incidentOrder } from '../services/treeModel.ts';
import type { Product } from './product.ts';
import { itemFor } from './askForItem.ts';
import { chosenOf } from './chosen.ts';
import { correct } from './correct.ts';

/** Makes one incident of those that were chosen; of one, or of none, together with others that the person ticks. */
export async function mergeIncidents(product: Product, argument: unknown, selected: unknown): Promise<void> {
  await product.refresher.ensureLoaded();
  const { correlation } = product.store.state;
  const chosen = chosenOf(product, argument, selected).incidents.flatMap(
    (id) => findIncident(correlation, id)?.id ?? [],
  );
  const ids = chosen.length > 1 ? chosen : [...chosen, ...(await pickOthers(product, chosen))];
  if (ids.length === chosen.length && chosen.length < 2) return;
  if (new Set(ids).size < 2) {
    inform('oneIncidentOnly');
    return;
  }
  await correct(product, [merged(product.store.state.correlation, ids)], 'incidentsMerged');
}

async function pickOthers(product: Product, chosen: readonly IncidentId[]): Promise<readonly IncidentId[]> {
  const items = incidentOrder(product.store.state)
    .filter((id) => !chosen.includes(id))
    .map((id) => ({ ...itemFor(product, { kind: 'incident', id }), id }));
  if (items.length === 0) {
    inform('oneIncidentOnly');
    return [];
  }
  const placeHolder = chosen.length === 0 ? 'Which incidents are one?' : 'Merge with which incidents?';
  const picked = await vscode.window.showQuickPick(items, { canPickMany: true, matchOnDescription: true, placeHolder });
  return (picked ?? []).map(({ id }) => id);
}
