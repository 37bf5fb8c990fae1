import * as vscode from 'vscode';
import { viewTypes } from './viewTypes.ts';

/** Brings panels back after a restart of VS Code, by `restore` with what the page had persisted: unchecked. */
export function registerPanelSerializers(
  restore: (panel: vscode.WebviewPanel, state: unknown) => Promise<void>,
): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.values(viewTypes).map((viewType) =>
      vscode.window.registerWebviewPanelSerializer(viewType, { deserializeWebviewPanel: restore }),
    ),
  );
}
