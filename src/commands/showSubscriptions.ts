import * as vscode from 'vscode';
import type { Product } from './product.ts';
import { subscriptionsViewId } from '../tree/viewId.ts';

/** Opens the view of subscriptions at the first one that is not well. */
export async function showSubscriptions({ subscriptionsView }: Product): Promise<void> {
  await vscode.commands.executeCommand(`${subscriptionsViewId}.focus`);
  await (await subscriptionsView()).revealProblem();
}
