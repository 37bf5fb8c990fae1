import { startIncident } from '../domain/correlation/corrections/correct.ts';
import type { Product } from './product.ts';
import { chosenOf } from './chosen.ts';
import { correct } from './correct.ts';
import { alertsOrPick } from './pickAlerts.ts';

/** Makes some alerts of an incident an incident of their own. */
export async function splitIncident(product: Product, argument: unknown, selected: unknown): Promise<void> {
  const alerts = await alertsOrPick(product, chosenOf(product, argument, selected), {
    incident: 'Split which incident?',
    alerts: 'Which alerts are an incident of their own?',
  });
  if (alerts.length === 0) return;
  const keys = alerts.map(({ alertKey }) => alertKey);
  await correct(product, [startIncident(product.store.state.correlation, keys)], 'incidentStarted');
}
