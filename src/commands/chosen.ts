import type { AlertKey } from '../domain/alert.ts';
import type { IncidentId } from '../domain/incident.ts';
import { itemTarget } from '../protocol/panelTarget.ts';
import type { Product } from './product.ts';
import { targetOf } from './targetOf.ts';

/** An alert that a person chose, and where they chose it. */
export interface ChosenAlert {
  readonly alertKey: AlertKey;
  /** Absent for an alert that was not chosen as one of an incident. */
  readonly incidentId?: IncidentId;
}

/** What a command is about. */
export interface Chosen {
  readonly incidents: readonly IncidentId[];
  readonly alerts: readonly ChosenAlert[];
}

/**
 * The rows that were selected where the menu was opened, else the one that was named, else what the person is looking
 * at: in a panel, or in the tree.
 */
export function chosenOf(
  { panels, view }: Pick<Product, 'panels' | 'view'>,
  argument: unknown,
  selected: unknown,
): Chosen {
  if (isSelection(argument)) return read(view.selectedRows);
  const named = Array.isArray(selected) && selected.length > 0 ? selected : argument === undefined ? [] : [argument];
  if (named.length > 0) return read(named);
  const active = panels.activeTarget();
  return read(active === undefined ? view.selectedRows : [active]);
}

/** What the keyboard shortcuts of the tree name: a panel beside it counts as active while the keys go to the tree. */
function isSelection(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && 'kind' in argument && argument.kind === 'selection';
}

function read(values: readonly unknown[]): Chosen {
  const incidents: IncidentId[] = [];
  const alerts: ChosenAlert[] = [];
  for (const value of values) {
    const target = targetOf(value);
    if (target?.kind === 'incident') incidents.push(target.id);
    if (target?.kind === 'alert') alerts.push({ alertKey: target.id, ...placeOf(value) });
  }
  return { incidents, alerts };
}

/** The incident below which a row stands. */
function placeOf(value: unknown): { readonly incidentId?: IncidentId } {
  if (typeof value !== 'object' || value === null || !('within' in value)) return {};
  const { within } = value;
  if (typeof within !== 'object' || within === null || !('incidentId' in within)) return {};
  const target = { kind: 'incident', id: within.incidentId };
  return itemTarget(target) ? { incidentId: target.id } : {};
}
