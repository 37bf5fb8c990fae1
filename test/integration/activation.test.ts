import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const extensionId = 'azure-security-incidents.azure-security-incidents';

interface Manifest {
  readonly contributes: { readonly commands?: readonly { readonly command: string; readonly category?: string }[] };
}

describe('The extension in VS Code', () => {
  function theExtension(): vscode.Extension<unknown> {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `${extensionId} is not among the extensions that VS Code loaded`);
    return extension;
  }

  it('activates', async () => {
    const extension = theExtension();
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command that its manifest declares', async () => {
    const extension = theExtension();
    await extension.activate();
    const declared = ((extension.packageJSON as Manifest).contributes.commands ?? []).map(({ command }) => command);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.notEqual(declared.length, 0);
    assert.deepEqual(
      declared.filter((command) => !registered.has(command)),
      [],
    );
  });
});
