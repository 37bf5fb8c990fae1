import * as vscode from 'vscode';

const place = /\/\.security\/runbooks\/[^/]+\.md$/;

/**
 * Calls `open` once, when a runbook of a trusted workspace is first open in an editor: whoever writes one wants to see
 * what is wrong with it, although nobody has looked at an incident yet.
 */
export function openRunbookFiles(open: () => Promise<unknown>): vscode.Disposable {
  let isOpened = false;
  const look = (): void => {
    if (isOpened || !vscode.workspace.isTrusted) return;
    const isWritten = vscode.workspace.textDocuments.some(
      ({ uri }) => place.test(uri.path) && vscode.workspace.getWorkspaceFolder(uri) !== undefined,
    );
    if (!isWritten) return;
    isOpened = true;
    void open();
  };
  look();
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidGrantWorkspaceTrust(look),
  );
}
