import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Product } from '../../src/commands/product.ts';
import { commandIds } from '../../src/commands/commandIds.ts';
import { loadedProduct, replace, until } from './product.ts';

/** Follows the context key that decides which welcome text the view shows. */
function followStatus(): { readonly status: () => unknown; restore(): void } {
  const execute = vscode.commands.executeCommand.bind(vscode.commands);
  let status: unknown;
  const follow = (id: string, ...args: unknown[]): Thenable<unknown> => {
    if (id === 'setContext' && args[0] === 'securityIncidents.status') status = args[1];
    return execute(id, ...args);
  };
  return { status: () => status, ...replace(vscode.commands, 'executeCommand', follow) };
}

describe('The view', () => {
  let product: Product;
  let followed: ReturnType<typeof followStatus>;

  before(async () => {
    product = await loadedProduct();
    followed = followStatus();
  });

  after(async () => {
    followed.restore();
    await vscode.commands.executeCommand(commandIds.signIn, 'sample');
  });

  it('says so when the person signed out, forgets all alerts and asks nothing of Azure', async () => {
    await vscode.commands.executeCommand(commandIds.signOut);
    assert.equal(followed.status(), 'signedOut');
    assert.equal(product.store.state.correlation.alerts.size, 0);
    assert.deepEqual(product.view.tree.getChildren(), []);
    await until(() => product.view.treeView.badge === undefined, 'the badge went away');
    await vscode.commands.executeCommand(commandIds.refresh);
    assert.equal(followed.status(), 'signedOut');
  });

  it('shows data again after signing in', async () => {
    await vscode.commands.executeCommand(commandIds.useSampleEnvironment);
    await until(() => product.store.state.phase === 'ready', 'the sample was read again');
    assert.equal(followed.status(), 'data');
  });

  it('says so when no subscription is selected', async () => {
    await product.subscriptions.choose({ kind: 'only', ids: [] });
    await vscode.commands.executeCommand(commandIds.refresh);
    assert.equal(followed.status(), 'noneSelected');
    await product.subscriptions.choose({ kind: 'all', except: [] });
    await vscode.commands.executeCommand(commandIds.refresh);
    assert.equal(followed.status(), 'data');
  });

  it('keeps what was read when a refresh is cancelled', async () => {
    const alerts = product.store.state.correlation.alerts.size;
    let cancelled: Thenable<unknown> | undefined;
    // At once, from inside the change: the sample answers faster than a test that looks now and then would see.
    const stopFollowing = product.store.onDidChange(() => {
      if (product.store.state.refreshing) cancelled ??= vscode.commands.executeCommand(commandIds.cancelRefresh);
    });
    await vscode.commands.executeCommand(commandIds.refresh);
    stopFollowing();
    assert.ok(cancelled, 'the refresh began');
    await cancelled;
    assert.equal(product.store.state.refreshing, false);
    assert.equal(product.store.state.correlation.alerts.size, alerts);
  });
});
