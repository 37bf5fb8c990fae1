import type { AlertKey } from '../domain/alert.ts';
import { removeFromIncident as removed } from '../domain/correlation/corrections/correct.ts';
import type { IncidentId } from '../domain/incident.ts';
import { findIncident } from '../services/findIncident.ts';
import type { Product } from './product.ts';
import { chosenOf } from './chosen.ts';
import { correct } from './correct.ts';
import { alertsOrPick } from './pickAlerts.ts';

/** Takes alerts out of the incidents below which they were chosen; of an alert by itself, out of all that it is in. */
export async function removeFromIncident(product: Product, argument: unknown, selected: unknown): Promise<void> {
  const alerts = await alertsOrPick(product, chosenOf(product, argument, selected), {
    incident: 'Remove alerts from which incident?',
    alerts: 'Which alerts do not belong to this incident?',
  });
  const { correlation } = product.store.state;
  const leaving = new Map<IncidentId, AlertKey[]>();
  for (const { alertKey, incidentId } of alerts) {
    const ids = incidentId === undefined ? (correlation.incidentsOf.get(alertKey) ?? []) : [incidentId];
    for (const id of ids.map((each) => findIncident(correlation, each)?.id ?? each)) {
      leaving.set(id, [...(leaving.get(id) ?? []), alertKey]);
    }
  }
  await correct(
    product,
    [...leaving].map(([id, keys]) => removed(correlation, id, keys)),
    'alertsRemoved',
  );
}
