import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';

/** What every page holds: the text of its script and of its style sheet, as they were built. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** Reads the assets out of the extension. Rejects when a file is missing: the installation is broken then. */
export async function readPageAssets(extensionUri: vscode.Uri): Promise<PageAssets> {
  const read = (name: string) => readFile(vscode.Uri.joinPath(extensionUri, 'dist', name).fsPath, 'utf8');
  const [script, style] = await Promise.all([read('webview.js'), read('webview.css')]);
  return { script, style };
}
