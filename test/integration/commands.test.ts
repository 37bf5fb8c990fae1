import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Product } from '../../src/commands/product.ts';
import { commandIds } from '../../src/commands/commandIds.ts';
import { loadedProduct, Replacements, until } from './product.ts';

function run(id: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(id, ...args);
}

function panelTitles(): string[] {
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
  return tabs
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('securityIncidents.'))
    .map(({ label }) => label);
}

describe('Commands', () => {
  let product: Product;
  const replaced = new Replacements();

  before(async () => {
    product = await loadedProduct();
  });

  afterEach(async () => {
    replaced.restore();
    await run('workbench.action.closeAllEditors');
  });

  it('open an incident in a panel, after which it is no longer new', async () => {
    const unseen = product.seen.unseen(product.store.state);
    const [id = ''] = unseen;
    const before = unseen.length;
    await until(() => product.view.treeView.badge?.value === before, 'the badge was drawn');
    await run(commandIds.openIncident, { kind: 'incident', id });
    await until(() => panelTitles().length === 1, 'the panel opened');
    await until(() => product.view.treeView.badge?.value === before - 1, 'the badge went down by one');
  });

  it('go from one incident to the next and back', async () => {
    await run(commandIds.nextIncident);
    await until(() => product.panels.activeTarget() !== undefined, 'the first incident opened');
    const first = product.panels.activeTarget();
    await run(commandIds.nextIncident);
    await until(() => product.panels.activeTarget()?.id !== first?.id, 'the second incident opened');
    await run(commandIds.previousIncident);
    await until(() => product.panels.activeTarget()?.id === first?.id, 'the first incident came back');
  });

  it('ask which item when none is named, and search in what the rows do not show', async () => {
    const alert = [...product.store.state.correlation.alerts.values()].find(({ isIncident }) => !isIncident);
    const make = vscode.window.createQuickPick.bind(vscode.window);
    let shown: vscode.QuickPick<vscode.QuickPickItem> | undefined;
    replaced.replace(vscode.window, 'createQuickPick', () => (shown = make()));
    const opened = run(commandIds.openAlert);
    await until(() => shown !== undefined, 'the list opened');
    if (shown !== undefined) shown.value = alert?.systemAlertId ?? '';
    await until(() => shown?.items.length === 1, 'the search found one alert by its id');
    await until(() => shown?.activeItems.length === 1, 'the list shows it');
    await run('workbench.action.acceptSelectedQuickOpenItem');
    await opened;
    await until(() => panelTitles().length === 1, 'the alert opened');
  });

  it('compare two alerts that are selected, or one with another that the person looks for', async () => {
    const [one = '', other = ''] = [...product.store.state.correlation.alerts.keys()];
    const target = (id: string) => ({ kind: 'alert', id });
    await vscode.commands.executeCommand(commandIds.compareWith, target(one), [target(one), target(other)]);
    await until(() => panelTitles().join() === 'Two alerts compared', 'the comparison opened');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until(() => panelTitles().length === 0, 'the comparison was closed');
    const make = vscode.window.createQuickPick.bind(vscode.window);
    let shown: vscode.QuickPick<vscode.QuickPickItem> | undefined;
    replaced.replace(vscode.window, 'createQuickPick', () => (shown = make()));
    const compared = run(commandIds.compareAlerts, target(one));
    await until(() => shown !== undefined, 'the list opened');
    if (shown !== undefined) shown.value = product.store.state.correlation.alerts.get(other)?.systemAlertId ?? '';
    await until(() => shown?.items.length === 1 && shown.activeItems.length === 1, 'the list shows the other alert');
    await run('workbench.action.acceptSelectedQuickOpenItem');
    await compared;
    await until(() => panelTitles().join() === 'Two alerts compared', 'the same comparison opened');
  });

  it('copy an id and a text for a ticket', async () => {
    const [incident] = product.store.state.correlation.incidents;
    const target = { kind: 'incident', id: incident?.id };
    await run(commandIds.copyId, target);
    assert.match(await vscode.env.clipboard.readText(), /^(local:|\/subscriptions\/)/);
    await run(commandIds.copyAsMarkdown, target);
    assert.match(await vscode.env.clipboard.readText(), /^## .+\n\n- \*\*Severity:\*\* /);
  });

  it('open the portal and nothing else', async () => {
    const open = replaced.spy(vscode.env, 'openExternal', true);
    const [key] = product.store.state.correlation.standalone;
    await run(commandIds.openInPortal, { kind: 'alert', id: key });
    const [[address]] = open.calls as [[string]];
    assert.equal(new URL(address).origin, 'https://portal.azure.com');
  });

  it('do nothing with arguments that name nothing', async () => {
    const open = replaced.spy(vscode.env, 'openExternal', true);
    await vscode.env.clipboard.writeText('untouched');
    const inform = replaced.spy(vscode.window, 'showInformationMessage');
    const target = { kind: 'alert', id: '<img src=x>[x](command:y)' };
    for (const id of [commandIds.copyId, commandIds.copyAsMarkdown, commandIds.openInPortal]) await run(id, target);
    await run(commandIds.showMore, { list: '__proto__' });
    assert.deepEqual(open.calls, []);
    assert.equal(await vscode.env.clipboard.readText(), 'untouched');
    assert.deepEqual(
      inform.calls,
      Array.from({ length: 3 }, () => ['This item is no longer in the list.']),
    );
  });
});
