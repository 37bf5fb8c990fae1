import * as vscode from 'vscode';

/** Where the page's script, style sheet and icon font are; nothing else of the extension can be read by a page. */
export function resourceRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist');
}

/**
 * Scripts on, and nothing more: no command links, no other folder. Hidden panels are not kept alive; they are drawn
 * again from the model when they are seen.
 */
export function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, enableForms: false, localResourceRoots: [resourceRoot(extensionUri)] };
}
