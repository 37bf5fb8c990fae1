import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../src/commands/commandIds.ts';
import type { Product } from '../../src/commands/product.ts';
import type { SubscriptionNode } from '../../src/services/subscriptionTree/subscriptionNode.ts';
import type { SubscriptionsView } from '../../src/subscriptions/index.ts';
import { loadedProduct, spyOn, until } from './product.ts';

const shop = 'e05d6a3b-9f17-4d82-a6c1-58b2f4091004';
const payroll = 'c83e05b9-72d6-4b1f-b7e4-0d5a61f81003';

describe('The view of subscriptions', () => {
  let product: Product;
  let view: SubscriptionsView;

  const itemOf = (node: SubscriptionNode): vscode.TreeItem => view.tree.getTreeItem(node);
  const shownIds = (): readonly string[] =>
    product.store.state.subscriptions.map(({ subscription }) => subscription.subscriptionId);
  const subscriptions = (): SubscriptionNode[] =>
    view.tree.getChildren().flatMap((node) => view.tree.getChildren(node));
  const rowOf = (id: string): SubscriptionNode => {
    const row = subscriptions().find((node) => node.kind === 'subscription' && node.subscriptionId === id);
    return row ?? assert.fail(`${id} has no row`);
  };

  before(async () => {
    product = await loadedProduct();
    view = await product.subscriptionsView();
  });

  it('lists tenants by name, each with its subscriptions, those that could not be read first and with the cause', () => {
    const tenants = view.tree.getChildren().map(itemOf);
    assert.deepEqual(
      tenants.map(({ label, description }) => [label, description]),
      [
        ['Nordlicht Logistics', '2 of 3 ok'],
        ['Harbour Retail', '1 of 2 ok'],
      ],
    );
    const [first] = view.tree.getChildren(view.tree.getChildren()[0]).map(itemOf);
    assert.equal(first?.label, 'Nordlicht Payroll');
    assert.match(String(first.description), /no access: Security Reader is missing/);
    assert.match(first.accessibilityInformation?.label ?? '', /^Subscription Nordlicht Payroll: no access/);
    assert.match(first.contextValue ?? '', /\bretry\b/);
  });

  it('reads rights and plans of a subscription that is looked into', async () => {
    view.tree.getChildren(rowOf(shop));
    await until(
      () => [product.details.rights, product.details.coverage].every((readings) => readings.of(shop)?.kind === 'known'),
      'rights and plans were read',
    );
    const facts = view.tree.getChildren(rowOf(shop)).map((node) => String(itemOf(node).description));
    assert.ok(facts.includes('read only: Security Admin is missing'), facts.join(' | '));
    assert.ok(facts.includes('12 of 12 plans on'), facts.join(' | '));
  });

  it('tries again with one subscription alone', async () => {
    const before = product.store.state.subscriptions;
    await vscode.commands.executeCommand(commandIds.retry, rowOf(payroll));
    const changed = product.store.state.subscriptions.filter(
      ({ health }, index) => health.kind === 'ok' && health !== before[index]?.health,
    );
    assert.deepEqual(changed, []);
    assert.equal(product.store.state.refreshing, false);
  });

  it('warns before it reads what Azure asked to be left alone, and reads the others or all only as the person says', async () => {
    const readAt = (id: string): number | undefined => {
      const health = product.store.state.subscriptions.find((each) => each.subscription.subscriptionId === id)?.health;
      return health?.kind === 'ok' ? health.at : undefined;
    };
    const retryAt = Date.now() + 3_600_000;
    const failure = { kind: 'throttled', retryAt } as const;
    product.store.apply({ kind: 'alertsFailed', subscriptionId: shop, failure });
    const answers: [string | undefined, boolean][] = [
      [undefined, false],
      ['Read Anyway', true],
    ];
    for (const [answer, isRead] of answers) {
      const warning = spyOn(vscode.window, 'showWarningMessage', answer);
      await vscode.commands.executeCommand(commandIds.retry, rowOf(shop));
      warning.restore();
      const [[text, options, ...choices] = []] = warning.calls as [string, vscode.MessageOptions, ...string[]][];
      assert.match(String(text), /^Azure asked not to be read again before \d/);
      assert.equal(options?.modal, true);
      assert.deepEqual(choices, ['Read Anyway']);
      assert.equal(readAt(shop) !== undefined, isRead);
    }
    product.store.apply({ kind: 'alertsFailed', subscriptionId: shop, failure });
    const production = product.store.state.subscriptions.find(({ health }) => health.kind === 'ok')?.subscription;
    const before = readAt(production?.subscriptionId ?? '');
    const warning = spyOn(vscode.window, 'showWarningMessage', 'Read the Others');
    await vscode.commands.executeCommand(commandIds.refresh);
    warning.restore();
    assert.deepEqual(warning.calls[0]?.slice(2), ['Read the Others', 'Read Anyway']);
    assert.notEqual(readAt(production?.subscriptionId ?? ''), before);
    assert.equal(readAt(shop), undefined);
    await product.refresher.refresh();
  });

  it('hides a subscription, and brings it back when that is undone', async () => {
    const undo = spyOn(vscode.window, 'showInformationMessage', 'Undo');
    let whileHidden: readonly string[] = [];
    const stop = product.store.onDidChange(() => {
      if (!shownIds().includes(payroll)) whileHidden = shownIds();
    });
    await vscode.commands.executeCommand(commandIds.hideSubscription, rowOf(payroll));
    stop();
    undo.restore();
    assert.equal(whileHidden.length, 4);
    assert.ok(shownIds().includes(payroll));
    assert.deepEqual(product.subscriptions.choice, { kind: 'all', except: [] });
  });

  it('copies the id of a subscription and of a tenant', async () => {
    await vscode.commands.executeCommand(commandIds.copyId, rowOf(payroll));
    assert.equal(await vscode.env.clipboard.readText(), payroll);
    const [tenant] = view.tree.getChildren();
    assert.ok(tenant?.kind === 'tenant');
    await vscode.commands.executeCommand(commandIds.copyId, tenant);
    assert.equal(await vscode.env.clipboard.readText(), tenant.tenantId);
  });

  it('is opened by the row above the incidents, at what is not well', async () => {
    await vscode.commands.executeCommand(commandIds.showSubscriptions);
    const [row] = view.treeView.selection;
    assert.ok(row?.kind === 'subscription' && row.subscriptionId === payroll);
    await until(() => view.treeView.description === '3 of 5 ok', 'the title says how many are well');
  });

  it('tells VS Code only of rows that have changed', async () => {
    await until(() => product.details.rights.of(payroll)?.kind !== 'reading', 'nothing is being read');
    for (const node of subscriptions()) itemOf(node);
    const told: string[] = [];
    const listening = view.tree.onDidChangeTreeData((nodes) => {
      told.push(...(nodes ?? []).map(({ id }) => id));
    });
    view.tree.redraw();
    assert.equal(told.length, 0);
    product.store.apply({ kind: 'alertsFailed', subscriptionId: payroll, failure: { kind: 'offline' } });
    await until(() => told.length > 0, 'the row was drawn again');
    listening.dispose();
    const rows = told.filter((id) => id.startsWith('subscription:') && !id.includes('/'));
    assert.deepEqual(rows, [`subscription:${payroll}`]);
    await vscode.commands.executeCommand(commandIds.retry, rowOf(payroll));
  });
});

describe('Choosing subscriptions', () => {
  let product: Product;

  before(async () => {
    product = await loadedProduct();
  });

  it('changes nothing when the list is closed, and nothing when it is confirmed as it is', async () => {
    for (const close of ['workbench.action.closeQuickOpen', 'workbench.action.acceptSelectedQuickOpenItem']) {
      const before = product.store.state.subscriptions;
      const chosen = vscode.commands.executeCommand(commandIds.selectSubscriptions);
      const again = setInterval(() => void vscode.commands.executeCommand(close), 100);
      await chosen;
      clearInterval(again);
      assert.deepEqual(product.subscriptions.choice, { kind: 'all', except: [] });
      assert.deepEqual(product.store.state.subscriptions, before);
    }
  });
});
