import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Product } from '../../src/commands/product.ts';
import { contentSecurityPolicy } from '../../src/panels/panelHtml.ts';
import { loadedProduct, replace, spyOn, until } from './product.ts';

function openTabs(): number {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length;
}

describe('Panels', () => {
  let product: Product;
  const created: { readonly panel: vscode.WebviewPanel; readonly options: unknown }[] = [];
  const make = vscode.window.createWebviewPanel.bind(vscode.window);
  let replaced: { restore(): void };

  before(async () => {
    product = await loadedProduct();
    replaced = replace(vscode.window, 'createWebviewPanel', (...args: Parameters<typeof make>) => {
      const panel = make(...args);
      created.push({ panel, options: args[3] });
      return panel;
    });
  });

  after(() => {
    replaced.restore();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until(() => openTabs() === 0, 'all panels closed');
    created.splice(0);
  });

  function open(index: number): void {
    product.panels.openIncident(
      product.store.state.correlation.incidents[index]?.id ?? assert.fail('too few incidents'),
    );
  }

  it('may run scripts and nothing more: no file to read, no command links, no life while hidden', () => {
    open(0);
    const [{ panel, options } = assert.fail('no panel was created')] = created;
    const allowed = { enableScripts: true, enableForms: false, localResourceRoots: [] };
    assert.deepEqual(panel.webview.options, allowed);
    assert.deepEqual(options, { ...allowed, enableFindWidget: true });
  });

  it('are one for each incident, however often it is opened', async () => {
    for (let times = 0; times < 3; times += 1) open(0);
    open(1);
    await until(() => openTabs() === 2, 'two panels are open');
    assert.equal(created.length, 2);
  });

  it('open and close a hundred times with a nonce of their own, the same policy, and no new listener', async function () {
    // A hundred webviews on a busy machine.
    this.timeout(90_000);
    const listening = spyOn(product.store, 'onDidChange');
    const nonces = new Set<string>();
    for (let times = 0; times < 100; times += 1) {
      open(0);
      const { panel } = created.at(-1) ?? assert.fail('no panel was created');
      await nextTurn();
      await until(() => panel.webview.html !== '', 'the page was made');
      const { html } = panel.webview;
      const nonce = /'nonce-([^']+)'/.exec(html)?.[1] ?? '';
      assert.ok(html.includes(`content="${contentSecurityPolicy({ nonce })}"`), 'the policy is another one');
      nonces.add(nonce);
      panel.dispose();
      assert.equal(product.panels.activeTarget(), undefined);
    }
    listening.restore();
    assert.equal(nonces.size, 100);
    assert.deepEqual(listening.calls, []);
    await until(() => openTabs() === 0, 'all panels closed');
  });

  it('redraw after they were closed without an error', async () => {
    open(0);
    created[0]?.panel.dispose();
    await product.refresher.refresh();
    assert.equal(openTabs(), 0);
  });
});
