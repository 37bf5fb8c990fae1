import type * as vscode from 'vscode';
import { startProduct } from './container.ts';

/**
 * Runs when a view, a command or a restored panel of the product is first needed. Asks nothing of Azure and waits for
 * nothing: alerts are read when there is somebody to show them to.
 */
export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(startProduct(context));
}
