import type * as vscode from 'vscode';

/**
 * Scripts on, and nothing more: no command links, and no file of the extension or of anybody, since the page holds all
 * that it needs. Hidden panels are not kept alive; they are drawn again from the model when they are seen.
 */
export const webviewOptions: vscode.WebviewOptions = {
  enableScripts: true,
  enableForms: false,
  localResourceRoots: [],
};
