import * as vscode from 'vscode';
import type { NodeDescription } from '../services/tree/nodeDescription.ts';
import type { TooltipLine } from '../services/tree/nodeTooltip.ts';
import type { TreeNode } from '../services/tree/treeNode.ts';
import { commandIds } from '../commands/commandIds.ts';
import { contextValueOf } from '../services/tree/capability.ts';
import { iconPath } from './iconPath.ts';

const expansions: Readonly<Record<NodeDescription['expansion'], vscode.TreeItemCollapsibleState>> = {
  none: vscode.TreeItemCollapsibleState.None,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
};

/** VS Code's form of a row; the tooltip follows when the pointer rests on it. */
export function treeItem(node: TreeNode, row: NodeDescription, extensionUri: vscode.Uri): vscode.TreeItem {
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

/** Lines as Markdown in which nothing is markup but what is written here: texts are appended, never parsed. */
export function tooltipMarkdown(lines: readonly TooltipLine[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  for (const [index, { name, text }] of lines.entries()) {
    if (index > 0) markdown.appendMarkdown('\n\n');
    if (name !== undefined) markdown.appendMarkdown(`**${name}:** `);
    appendWords(markdown, text);
  }
  return markdown;
}

/**
 * `appendText` makes every space unbreakable, so that long texts would be cut in the middle of words: each word is
 * appended by itself. The first space stays unbreakable, because "1. x" and "- x" would become lists.
 */
function appendWords(markdown: vscode.MarkdownString, text: string): void {
  const [first = '', second, ...others] = text.split(' ');
  markdown.appendText(second === undefined ? first : `${first} ${second}`);
  for (const word of others) markdown.appendMarkdown(' ').appendText(word);
}

function clickCommand(node: TreeNode, { target, capabilities }: NodeDescription): vscode.Command | undefined {
  if (target !== undefined) {
    const command = target.kind === 'incident' ? commandIds.openIncident : commandIds.openAlert;
    return { command, title: 'Open', arguments: [target] };
  }
  if (capabilities.includes('showMore')) return { command: commandIds.showMore, title: 'Show more', arguments: [node] };
  return undefined;
}
