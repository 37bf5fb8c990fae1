import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Product } from '../../src/commands/product.ts';
import { allRows, loadedProduct, rowsBelow, until } from './product.ts';

describe('The tree', () => {
  let product: Product;

  before(async () => {
    product = await loadedProduct();
  });

  it('shows incidents first, then alerts, then subscriptions', () => {
    const labels = rowsBelow(product).map((node) => product.view.tree.getTreeItem(node).label);
    assert.deepEqual(labels, ['Incidents', 'Alerts', 'Subscriptions']);
  });

  it('shows the sample incidents with their members below', () => {
    const [incidents] = rowsBelow(product);
    const rows = rowsBelow(product, incidents);
    assert.ok(rows.length >= 5, `only ${String(rows.length)} incidents`);
    for (const row of rows) {
      assert.equal(product.view.tree.getTreeItem(row).collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
      assert.notEqual(rowsBelow(product, row).length, 0);
    }
  });

  it('shows every alert that is in an incident as an alert too, and says in which', () => {
    const rows = allRows(product);
    const among = (kind: 'incident' | 'group') =>
      rows.flatMap((row) => (row.kind === 'alert' && row.within.kind === kind ? [row] : []));
    const listed = new Map(among('group').map((row) => [row.alertKey, row]));
    for (const member of among('incident')) {
      const row = listed.get(member.alertKey);
      assert.ok(row, 'a member is not among the alerts');
      assert.match(String(product.view.tree.getTreeItem(row).description), / · in \S/);
    }
  });

  it('gives incidents pictures of their own and every row a unique id', () => {
    const rows = allRows(product);
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    for (const row of rows) {
      const { iconPath } = product.view.tree.getTreeItem(row);
      if (row.kind === 'incident') assert.ok(iconPath !== undefined && !(iconPath instanceof vscode.ThemeIcon));
      if (row.kind === 'alert') assert.ok(iconPath instanceof vscode.ThemeIcon);
    }
  });

  it('writes tooltips in which nothing is trusted and nothing is markup of others', () => {
    for (const row of allRows(product).slice(0, 200)) {
      const item = product.view.tree.getTreeItem(row);
      assert.equal(item.tooltip, undefined, 'the tooltip is worked out on hover only');
      const { tooltip } = product.view.tree.resolveTreeItem(item, row);
      if (tooltip === undefined || typeof tooltip === 'string') continue;
      assert.ok(!tooltip.isTrusted && !tooltip.supportHtml && !tooltip.supportThemeIcons);
    }
  });

  it('counts new high-severity items in the badge, and says that the list is partial', async () => {
    const unseen = product.seen.unseen(product.store.state).length;
    assert.ok(unseen > 0);
    await until(() => product.view.treeView.badge?.value === unseen, 'the badge shows the count');
    assert.match(product.view.treeView.message ?? '', /^Incomplete: \d+ of \d+ subscriptions could not be read/);
  });

  it('names each subscription that could not be read, with the cause', () => {
    const rows = allRows(product).filter(({ kind }) => kind === 'subscription');
    const texts = rows.map((row) => String(product.view.tree.getTreeItem(row).description));
    assert.ok(texts.some((text) => text.includes('Security Reader')));
    assert.ok(texts.some((text) => text.includes('Defender for Cloud is not enabled')));
  });
});
