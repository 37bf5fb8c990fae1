import * as vscode from 'vscode';
import type { Product } from './commands/product.ts';
import { startProduct } from './container.ts';

/**
 * Runs when a view, a command or a restored panel of the product is first needed. Asks nothing of Azure and waits for
 * nothing: alerts are read when there is somebody to show them to.
 *
 * Only a test run gets the product itself: to other extensions it would be a way around every check.
 */
export function activate(context: vscode.ExtensionContext): Product | undefined {
  const { product, disposable } = startProduct(context);
  context.subscriptions.push(disposable);
  return context.extensionMode === vscode.ExtensionMode.Test ? product : undefined;
}
