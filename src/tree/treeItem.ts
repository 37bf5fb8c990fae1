import * as vscode from 'vscode';
import type { NodeDescription } from '../services/tree/nodeDescription.ts';
import type { TooltipLine } from '../services/tree/nodeTooltip.ts';
import { commandIds } from '../commands/commandIds.ts';
import { inertMarkdown } from '../services/markdown.ts';
import { contextValueOf } from '../services/tree/capability.ts';
import { iconPath } from './iconPath.ts';

const expansions: Readonly<Record<NodeDescription['expansion'], vscode.TreeItemCollapsibleState>> = {
  none: vscode.TreeItemCollapsibleState.None,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
};

/** VS Code's form of a row; the tooltip follows when the pointer rests on it. */
export function treeItem(
  node: { readonly id: string },
  row: NodeDescription,
  extensionUri: vscode.Uri,
): vscode.TreeItem {
  const item = new vscode.TreeItem(row.label, expansions[row.expansion]);
  item.id = node.id;
  item.description = row.description;
  item.contextValue = contextValueOf(row.capabilities);
  item.accessibilityInformation = { label: row.accessibleLabel };
  if (row.icon !== undefined) item.iconPath = iconPath(row.icon, extensionUri);
  const command = clickCommand(node, row);
  if (command !== undefined) item.command = command;
  return item;
}

/** Lines as Markdown in which nothing is markup but what is written here. */
export function tooltipMarkdown(lines: readonly TooltipLine[]): vscode.MarkdownString {
  const paragraphs = lines.map(({ name, text }) => {
    const shown = inertMarkdown(text);
    return name === undefined ? shown : `**${name}:** ${shown}`;
  });
  return new vscode.MarkdownString(paragraphs.join('\n\n'));
}

function clickCommand(node: object, { target, capabilities }: NodeDescription): vscode.Command | undefined {
  if (target !== undefined) {
    const command = target.kind === 'incident' ? commandIds.openIncident : commandIds.openAlert;
    return { command, title: 'Open', arguments: [target] };
  }
  if (capabilities.includes('showMore')) return { command: commandIds.showMore, title: 'Show more', arguments: [node] };
  if (capabilities.includes('showSubscriptions')) return { command: commandIds.showSubscriptions, title: 'Show' };
  return undefined;
}
