import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { theProduct, until } from './product.ts';

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

describe('Runbooks of the workspace', () => {
  const file = place('vaults.md');
  before(async () => {
    await theProduct();
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(good.replace('vaultName', 'vaultNmae')));
    await vscode.window.showTextDocument(file);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(file, '..'), { recursive: true });
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
});
