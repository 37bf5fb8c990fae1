import * as vscode from 'vscode';
import type { Product } from './commands/product.ts';
import { openRunbookFiles } from './commands/openRunbookFiles.ts';
import { registerCommands } from './commands/registerCommands.ts';
import { registerPanelSerializers } from './panels/registerPanelSerializers.ts';
import { once } from './services/once.ts';
import { DeferredTree } from './tree/deferredTree.ts';
import { subscriptionsViewId, viewId } from './tree/viewId.ts';

/** What a test run gets of the extension. To others it would be a way around every check, so they get nothing. */
export interface ExtensionForTests {
  /** The running product; started by this call if nothing needed it before. */
  readonly product: () => Promise<Product>;
}

/**
 * Registers the three ways in: the views, the commands and the restored panels. The product behind them is another
 * bundle, read when a person takes one of them: VS Code waits for this one alone.
 */
export function activate(context: vscode.ExtensionContext): ExtensionForTests | undefined {
  const product = once(start);
  const incidents = new DeferredTree(viewId, async () => {
    const { view, firstScreen } = await product();
    await firstScreen;
    return view.tree;
  });
  const subscriptions = new DeferredTree(subscriptionsViewId, async () => {
    return (await (await product()).subscriptionsView()).tree;
  });
  context.subscriptions.push(
    incidents,
    subscriptions,
    registerCommands(async (command, argument, selected) => (await product()).run(command, argument, selected)),
    openRunbookFiles(async () => (await product()).response()),
    registerPanelSerializers(async (panel, state) => {
      (await product()).panels.restore(panel, state);
    }),
  );

  async function start(): Promise<Product> {
    const { startProduct } = await import('./container.ts');
    const started = startProduct(context, { incidents: incidents.view, subscriptions: subscriptions.view });
    context.subscriptions.push(started.disposable);
    return started.product;
  }

  return context.extensionMode === vscode.ExtensionMode.Test ? { product } : undefined;
}
