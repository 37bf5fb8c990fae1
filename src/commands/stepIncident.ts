import type { Product } from './product.ts';
import { inform } from '../platform/notices.ts';
import { nextIncident } from '../services/nextIncident.ts';
import { incidentOrder } from '../services/treeModel.ts';
import { openTarget } from './openTarget.ts';
import { targetOf } from './targetOf.ts';

/** Opens the incident after or before the one that the person is looking at, in the order of the tree. */
export async function stepIncident(product: Product, step: 1 | -1): Promise<void> {
  await product.refresher.ensureLoaded();
  const id = nextIncident(incidentOrder(product.store.state, product.snoozes.asleep()), currentIncident(product), step);
  if (id === undefined) {
    inform('noIncidents');
    return;
  }
  openTarget(product, { kind: 'incident', id });
  await product.view.reveal({ kind: 'incident', id });
}

/** Of an alert, the first incident that it is in. */
function currentIncident({ panels, view, store }: Product): string | undefined {
  const current = panels.activeTarget() ?? targetOf(view.selected);
  if (current?.kind !== 'alert') return current?.id;
  return store.state.correlation.incidentsOf.get(current.id)?.[0];
}
