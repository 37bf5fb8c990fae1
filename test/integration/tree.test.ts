import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Product } from '../../src/commands/product.ts';
import { allRows, loadedProduct, rowsBelow, until } from './product.ts';

describe('The tree', () => {
  let product: Product;

  before(async () => {
    product = await loadedProduct();
  });

  it('says first what is missing and why, then shows incidents, then alerts', () => {
    const items = rowsBelow(product).map((node) => product.view.tree.getTreeItem(node));
    const labels = items.map(({ label }) => label);
    assert.deepEqual(labels, ['Defender for Cloud is not enabled', 'Incidents', 'Alerts']);
    assert.match(
      String(items[0]?.description),
      /^incomplete · 2 of 5 subscriptions not read · also: no access: Security Reader/,
    );
    assert.equal(items[0]?.command?.command, 'securityIncidents.showSubscriptions');
  });

  it('shows the sample incidents with their members below', () => {
    const incidents = rowsBelow(product).find(({ id }) => id === 'incidents');
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

  it('counts new high-severity items in the badge', async () => {
    const unseen = product.seen.unseen(product.store.state).length;
    assert.ok(unseen > 0);
    await until(() => product.view.treeView.badge?.value === unseen, 'the badge shows the count');
  });
});
