import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Product } from '../../src/commands/product.ts';
import { commandIds } from '../../src/commands/commandIds.ts';
import { loadedProduct, spyOn, until, type Spy } from './product.ts';

const section = 'securityIncidents.correlation';

function write(name: string, value: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration(section).update(name, value, vscode.ConfigurationTarget.Global);
}

function written(name: string): unknown {
  return vscode.workspace.getConfiguration(section).inspect(name)?.globalValue;
}

describe('Settings of correlation', () => {
  let product: Product;
  let told: Spy;
  const localIncidents = (): number =>
    product.store.state.correlation.incidents.filter(({ origin }) => origin !== 'service').length;

  before(async () => {
    product = await loadedProduct();
  });

  afterEach(async () => {
    told.restore();
    for (const name of ['precision', 'timeSpan', 'stopAddresses', 'serviceIncidents']) await write(name, undefined);
    await product.store.whenCorrelated();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('correlate anew at once, say in one message what happened, and can be taken back from it', async () => {
    told = spyOn(vscode.window, 'showInformationMessage', 'Undo');
    const before = product.store.state.correlation.incidents;
    assert.ok(localIncidents() > 0, 'the sample has incidents that correlation found or extended');
    await write('precision', 100);
    await until(() => told.calls.length > 0, 'the change was told');
    assert.match(String(told.calls[0]?.[0]), /^Correlation was changed: \d+ incidents unchanged/);
    assert.deepEqual(told.calls[0]?.slice(1), ['Undo', 'Show']);
    await until(() => told.calls.length > 1, 'the way back was told, too');
    assert.equal(written('precision'), undefined);
    const ids = (incidents: typeof before): string[] => incidents.map(({ id }) => id).sort();
    assert.deepEqual(ids(product.store.state.correlation.incidents), ids(before));
  });

  it('that cannot be used are told once, and ignored', async () => {
    told = spyOn(vscode.window, 'showWarningMessage');
    const before = product.store.state.correlation;
    await write('stopAddresses', ['office']);
    await until(() => told.calls.length > 0, 'the bad entry was told');
    assert.match(String(told.calls[0]?.[0]), /cannot be used and are ignored/);
    assert.equal(product.store.state.correlation.incidents.length, before.incidents.length);
  });

  it('are tried in a panel, which opens once', async () => {
    told = spyOn(vscode.window, 'showInformationMessage');
    const panels = (): readonly vscode.Tab[] =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(
          ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('securityIncidents.tuning'),
        );
    await vscode.commands.executeCommand(commandIds.tuneCorrelation);
    await vscode.commands.executeCommand(commandIds.tuneCorrelation);
    await until(() => panels().length === 1, 'the panel opened');
    assert.equal(panels()[0]?.label, 'Tune Correlation');
  });
});
