import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { RunbookFiles } from '../../src/response/workspaceRunbooks/runbookFiles.ts';
import { replace, theProduct, until } from './product.ts';

const good = `---
id: our-vaults
title: Our vaults
alertTypes: [KV_*]
steps:
  - id: close
    phase: contain
    title: Close it
    command: az keyvault update --name={vaultName} --resource-group={vaultGroup} --default-action=Deny
---
`;

function place(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'these tests need a folder');
  return vscode.Uri.joinPath(folder.uri, '.security', 'runbooks', name);
}

function problemsOf(file: vscode.Uri): readonly string[] {
  return vscode.languages.getDiagnostics(file).map(({ message, range }) => `${range.start.line + 1}: ${message}`);
}

const bad = good.replace('vaultName', 'vaultNmae');

function write(file: vscode.Uri, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
}

describe('Runbooks of the workspace', () => {
  const file = place('vaults.md');
  before(async () => {
    await theProduct();
    await write(file, bad);
    await vscode.window.showTextDocument(file);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(file, '..', '..'), { recursive: true });
  });

  // First of all: what others leave unsaved is saved by and by, and that is heard, too.
  it('are read when they are opened, though nothing told that they were written', async () => {
    const never = new vscode.EventEmitter<vscode.Uri>().event;
    const deaf = { onDidChange: never, onDidCreate: never, onDidDelete: never, dispose: () => undefined };
    const watchers = replace(vscode.workspace, 'createFileSystemWatcher', () => deaf);
    const files = new RunbookFiles();
    watchers.restore();
    let ids: readonly string[] = [];
    const read = async (): Promise<void> => {
      ids = (await files.current()).map(({ id }) => id);
    };
    await read();
    files.onDidChange(() => void read());
    const unheard = place('unheard.md');
    await write(unheard, good.replace('our-vaults', 'other-vaults'));
    await vscode.workspace.openTextDocument(unheard);
    await until(() => ids.some((id) => id.includes('other-vaults')), 'the runbook was read');
    files.dispose();
  });

  it('show what is wrong with a file at its place, and no longer once it is right', async () => {
    await until(() => problemsOf(file).length > 0, 'the file had a problem');
    assert.deepEqual(problemsOf(file), ['9: There is no parameter {vaultNmae}']);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(file, new vscode.Range(0, 0, 99, 0), good);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(() => problemsOf(file).length === 0, 'the problem was gone');
  });

  it('are completed with names and parameters', async () => {
    const at = async (line: number, character: number): Promise<readonly string[]> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        file,
        new vscode.Position(line, character),
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    const command = good.split('\n')[8] ?? '';
    assert.ok((await at(8, command.indexOf('{vaultName') + 3)).includes('{vaultGroup}'));
    assert.ok((await at(6, 4)).includes('mandatory'));
  });

  it('are forgotten when their folder goes', async () => {
    const closed = place('closed.md');
    await write(closed, bad.replace('our-vaults', 'closed-vaults'));
    await until(() => problemsOf(closed).length > 0, 'the file had a problem');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(closed, '..'), { recursive: true });
    await until(() => problemsOf(closed).length === 0, 'the problem was gone');
  });
});
