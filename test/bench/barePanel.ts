import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';

/** The text in the status bar that opens the bare panel when it is clicked. */
export const barePanelButton = 'Open bare panel';

/** The heading and the tab of the bare panel. */
export const barePanelTitle = 'Bare panel';

const manifest = {
  name: 'bare-panel',
  publisher: 'bench',
  version: '0.0.1',
  engines: { vscode: '^1.100.0' },
  main: './extension.js',
  activationEvents: ['onStartupFinished'],
};

const source = `
const vscode = require('vscode');
exports.activate = ({ subscriptions }) => {
  const item = vscode.window.createStatusBarItem();
  item.text = '${barePanelButton}';
  item.command = 'bench.openBarePanel';
  item.show();
  const open = () => {
    const panel = vscode.window.createWebviewPanel('bare', '${barePanelTitle}', vscode.ViewColumn.Active, {});
    panel.webview.html = '<!DOCTYPE html><html><body><h1>${barePanelTitle}</h1></body></html>';
  };
  subscriptions.push(item, vscode.commands.registerCommand(item.command, open));
};
`;

/**
 * Packages the least extension that shows a panel: a heading, without script and style. What it takes to its first
 * picture is the floor of every panel in this VS Code on this machine.
 * @returns the path of the VSIX, inside `folder`.
 */
export async function packageBarePanel(folder: string): Promise<string> {
  const sources = join(folder, 'bare-panel');
  await mkdir(sources, { recursive: true });
  await writeFile(join(sources, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(sources, 'extension.js'), source);
  await writeFile(join(sources, 'README.md'), 'The floor of the bench.');
  await writeFile(join(sources, 'LICENSE'), 'MIT');
  const packagePath = join(folder, 'bare-panel.vsix');
  await createVSIX({ cwd: sources, packagePath, dependencies: false, allowMissingRepository: true });
  return packagePath;
}
