import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../src/commands/commandIds.ts';
import type { Product } from '../../src/commands/product.ts';
import { IncidentArchive } from '../../src/platform/cache/incidentArchive.ts';
import { systemPauses } from '../../src/platform/systemPauses.ts';
import type { CacheNotice } from '../../src/services/cache/keptListing.ts';
import { finish } from '../../src/domain/steps.ts';
import { toArchive } from '../../src/services/archive/toArchive.ts';
import { loadedProduct, replace, spyOn, until } from './product.ts';

type Pick = vscode.QuickPick<vscode.QuickPickItem>;

describe('The archive of incidents', () => {
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('securityIncidents.archive');
  const enable = (enabled: true | undefined): Thenable<void> =>
    settings().update('enabled', enabled, vscode.ConfigurationTarget.Global);
  const restores: { restore(): void }[] = [];
  let product: Product;
  let folder: string;
  let archive: IncidentArchive;

  before(async () => {
    product = await loadedProduct();
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-'));
    const owner = 'somebody';
    const clock = { now: () => Date.now() };
    const onNotice = ({ kind }: CacheNotice): never => assert.fail(kind);
    archive = new IncidentArchive({ folder, owner, clock, pauses: systemPauses, onNotice });
  });

  afterEach(async () => {
    for (const each of restores.splice(0)) each.restore();
    await enable(undefined);
    await rm(folder, { recursive: true, force: true });
  });

  /** The product with an account's archive: the sample environment is nobody's. */
  async function withArchive(): Promise<void> {
    const data = await product.localData();
    const archived = () => archive.read();
    restores.push(replace(data, 'archived', archived));
  }

  function said(answer?: string): readonly (readonly unknown[])[] {
    const spy = spyOn(vscode.window, 'showInformationMessage', answer);
    restores.push(spy);
    return spy.calls;
  }

  it('says that it is off, and leads to its setting', async () => {
    const calls = said('Open Settings');
    const opened: unknown[] = [];
    const original = vscode.commands.executeCommand;
    const execute = (command: string, ...args: unknown[]): Thenable<unknown> => {
      if (command !== 'workbench.action.openSettings') return original(command, ...args);
      opened.push(...args);
      return Promise.resolve();
    };
    restores.push(replace(vscode.commands, 'executeCommand', execute));
    await product.run('showArchive', undefined);
    assert.match(String(calls[0]?.[0]), /^The archive of incidents is off/);
    assert.deepEqual(opened, ['securityIncidents.archive']);
  });

  it('says that nothing is archived of the sample environment', async () => {
    await enable(true);
    const calls = said();
    await vscode.commands.executeCommand(commandIds.showArchive);
    assert.match(String(calls[0]?.[0]), /Nothing is archived of the sample environment\.$/);
  });

  it('says that it is empty, and how that changes', async () => {
    await enable(true);
    await withArchive();
    const calls = said();
    await vscode.commands.executeCommand(commandIds.showArchive);
    assert.match(String(calls[0]?.[0]), /^Nothing is archived yet\./);
    assert.equal(calls[0]?.[1], 'Refresh');
  });

  it('lists what is archived, finds by words, and opens a text that cannot be changed', async () => {
    await enable(true);
    await withArchive();
    const incidents = finish(toArchive(product.store.state, Date.now(), 0));
    const [first] = incidents;
    assert.ok(first);
    const gone = { ...first, id: 'local:gone', title: 'Attack of last year $(bug)' };
    assert.ok(await archive.add([...incidents, gone], { maxAge: Infinity, maxSize: Infinity }));

    let pick: Pick | undefined;
    let accept = (): void => undefined;
    const original = vscode.window.createQuickPick.bind(vscode.window);
    const create = (): Pick => {
      const made = original();
      pick = made;
      // What a person does with the list, without the keyboard: choose the first row.
      const wrapped: Pick = new Proxy(made, {
        get: (target, name) => {
          if (name === 'selectedItems') return made.items.slice(0, 1);
          if (name === 'onDidAccept') {
            return (listener: () => void) => {
              accept = listener;
              return { dispose: () => undefined };
            };
          }
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
        },
        set: (target, name, value) => Reflect.set(target, name, value, target),
      });
      return wrapped;
    };
    restores.push(replace(vscode.window, 'createQuickPick', create));
    const shown = vscode.commands.executeCommand(commandIds.showArchive);
    await until(() => pick !== undefined && pick.items.length > 0, 'the list opened');
    assert.equal(pick?.items.length, incidents.length + 1);
    const row = pick.items.find(({ label }) => label === 'Attack of last year $ (bug)');
    assert.match(row?.detail ?? '', /^no longer in Azure's list/);
    assert.equal(pick.items.filter(({ detail }) => detail?.includes('no longer')).length, 1);
    accept();
    await shown;
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'security-incidents');
    assert.match(document.getText(), /^# .*\n\nArchived on this machine/);
    assert.match(document.getText(), /## Alerts\n\n1\. /);
  });

  it('is cleared only when that is chosen', async () => {
    const data = await product.localData();
    const cleared: string[] = [];
    const record = (name: string) => () => Promise.resolve(cleared.push(name) > 0);
    restores.push(replace(data, 'clear', record('alerts')), replace(data, 'clearArchive', record('archive')));
    for (const choice of ['Clear Alerts', 'Clear Archive', undefined]) {
      const spy = spyOn(vscode.window, 'showWarningMessage', choice);
      await vscode.commands.executeCommand(commandIds.clearLocalData);
      spy.restore();
    }
    assert.deepEqual(cleared, ['alerts', 'archive']);
  });
});
