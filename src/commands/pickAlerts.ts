import * as vscode from 'vscode';
import type { AlertKey } from '../domain/alert.ts';
import type { IncidentId } from '../domain/incident.ts';
import { memberKeys } from '../domain/incident.ts';
import { findIncident } from '../services/findIncident.ts';
import type { Product } from './product.ts';
import { askForItem, itemFor } from './askForItem.ts';
import type { Chosen, ChosenAlert } from './chosen.ts';

/** Which words to ask with. */
export interface Questions {
  readonly incident: string;
  readonly alerts: string;
}

/** The alerts that were chosen, else those that the person ticks in the chosen incident, or in one that they look for. */
export async function alertsOrPick(
  product: Product,
  chosen: Chosen,
  questions: Questions,
): Promise<readonly ChosenAlert[]> {
  if (chosen.alerts.length > 0) return chosen.alerts;
  const incidentId = chosen.incidents[0] ?? (await askForItem(product, 'incidents', questions.incident))?.id;
  if (incidentId === undefined) return [];
  const picked = await pickAlerts(product, incidentId, questions.alerts);
  return picked.map((alertKey) => ({ alertKey, incidentId }));
}

async function pickAlerts(product: Product, incidentId: IncidentId, question: string): Promise<readonly AlertKey[]> {
  const incident = findIncident(product.store.state.correlation, incidentId);
  if (incident === undefined) return [];
  const items = memberKeys(incident).map((id) => ({ ...itemFor(product, { kind: 'alert', id }), id }));
  const picked = await vscode.window.showQuickPick(items, { canPickMany: true, placeHolder: question });
  return (picked ?? []).map(({ id }) => id);
}
