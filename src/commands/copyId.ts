import * as vscode from 'vscode';
import type { Item } from './findItem.ts';
import type { Product } from './product.ts';
import { displayLabel } from '../domain/displayText.ts';
import { confirm } from '../platform/notices.ts';
import { copyItem } from './copyItem.ts';
import { rowOf } from './subscriptionRow.ts';

/** Copies the ARM id of an alert, or the id of an incident, a subscription or a tenant. */
export async function copyId(product: Product, argument: unknown): Promise<void> {
  const { subscriptionId, tenantId } = rowOf(argument);
  const id = subscriptionId ?? tenantId;
  if (id === undefined) return copyItem(product, argument, (item) => displayLabel(idOf(item, product), idLimit));
  await vscode.env.clipboard.writeText(id);
  confirm('copied');
}

/** ARM ids are at most some hundred characters long; on the clipboard nothing invisible may ride along. */
const idLimit = 2000;

/** An incident of the service is an alert of the service, with an ARM id; a local one has only ours. */
function idOf(item: Item, { store }: Product): string {
  if (item.kind === 'alert') return item.alert.id;
  const { declaredBy, id } = item.incident;
  const declaration = declaredBy === undefined ? undefined : store.state.correlation.alerts.get(declaredBy);
  return declaration?.id ?? id;
}
