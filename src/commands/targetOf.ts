import type { ItemTarget } from '../protocol/panelTarget.ts';
import type { Product } from './product.ts';
import { itemTarget } from '../protocol/panelTarget.ts';
import { askForItem } from './askForItem.ts';

/** The item that a command's argument names: a row of the tree, or a target. Undefined for anything else. */
export function targetOf(argument: unknown): ItemTarget | undefined {
  if (typeof argument !== 'object' || argument === null || !('kind' in argument)) return undefined;
  const { kind } = argument;
  if (kind === 'incident' && 'incidentId' in argument) return checked({ kind, id: argument.incidentId });
  if (kind === 'alert' && 'alertKey' in argument) return checked({ kind, id: argument.alertKey });
  return checked(argument);
}

/** The item to act on: the one named, else the one that the person is looking at, else the one that they choose. */
export async function targetOrAsk(product: Product, argument: unknown): Promise<ItemTarget | undefined> {
  return (
    targetOf(argument) ??
    product.panels.activeTarget() ??
    targetOf(product.view.selected) ??
    (await askForItem(product, 'all'))
  );
}

function checked(value: unknown): ItemTarget | undefined {
  return itemTarget(value) ? value : undefined;
}
