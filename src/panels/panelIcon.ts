import * as vscode from 'vscode';
import type { PanelModel } from '../protocol/panelModel.ts';

/** The icon of a panel's tab: for an incident the same as in the sidebar, else VS Code's own. */
export function panelIcon(
  model: PanelModel,
  extensionUri: vscode.Uri,
): { light: vscode.Uri; dark: vscode.Uri } | undefined {
  if (model.kind !== 'incident') return undefined;
  const { activity, severity } = model.header;
  const name = activity.state === 'closed' ? 'closed' : severity.level.toLowerCase();
  const file = (theme: string) =>
    vscode.Uri.joinPath(extensionUri, 'media', 'incident', `incident-${name}-${theme}.svg`);
  return { light: file('light'), dark: file('dark') };
}
