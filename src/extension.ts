import * as vscode from 'vscode';
import type { Product } from './commands/product.ts';
import { registerCommands } from './commands/registerCommands.ts';
import { registerPanelSerializers } from './panels/registerPanelSerializers.ts';
import { once } from './services/once.ts';
import { DeferredTree } from './tree/deferredTree.ts';

/** What a test run gets of the extension. To others it would be a way around every check, so they get nothing. */
export interface ExtensionForTests {
  /** The running product; started by this call if nothing needed it before. */
  readonly product: () => Promise<Product>;
}

/**
 * Registers the three ways in: the view, the commands and the restored panels. The product behind them is another
 * bundle, read when a person takes one of them: VS Code waits for this one alone.
 */
export function activate(context: vscode.ExtensionContext): ExtensionForTests | undefined {
  const product = once(start);
  const tree = new DeferredTree(async () => {
    const { view, firstScreen } = await product();
    await firstScreen;
    return view.tree;
  });
  context.subscriptions.push(
    tree,
    registerCommands(async (command, argument, selected) => (await product()).run(command, argument, selected)),
    registerPanelSerializers(async (panel, state) => {
      (await product()).panels.restore(panel, state);
    }),
  );

  async function start(): Promise<Product> {
    const { startProduct } = await import('./container.ts');
    const started = startProduct(context, tree.view);
    context.subscriptions.push(started.disposable);
    return started.product;
  }

  return context.extensionMode === vscode.ExtensionMode.Test ? { product } : undefined;
}
