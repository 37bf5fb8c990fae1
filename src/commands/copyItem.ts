import * as vscode from 'vscode';
import type { Item } from './findItem.ts';
import type { Product } from './product.ts';
import { confirm, inform } from '../platform/notices.ts';
import { findItem } from './findItem.ts';
import { targetOrAsk } from './targetOf.ts';

/** Puts what `write` makes of an item on the clipboard. */
export async function copyItem(product: Product, argument: unknown, write: (item: Item) => string): Promise<void> {
  const target = await targetOrAsk(product, argument);
  if (target === undefined) return;
  const item = findItem(target, product.store.state.correlation);
  if (item === undefined) {
    inform('gone');
    return;
  }
  await vscode.env.clipboard.writeText(write(item));
  confirm('copied');
}
