import * as vscode from 'vscode';
import type { TreeNode } from '../services/tree/treeNode.ts';
import type { TreeModel } from '../services/treeModel.ts';
import { tooltipMarkdown, treeItem } from './treeItem.ts';

/** Hands the tree model to VS Code. `model` makes the model of the current moment. */
export class IncidentsTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #model: () => TreeModel;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(extensionUri: vscode.Uri, model: () => TreeModel) {
    this.#extensionUri = extensionUri;
    this.#model = model;
  }

  getChildren(node?: TreeNode): TreeNode[] {
    const model = this.#model();
    return [...(node === undefined ? model.roots() : model.children(node))];
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return treeItem(node, this.#model().describe(node), this.#extensionUri);
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.#model().parent(node);
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    const lines = this.#model().tooltip(node);
    if (lines.length > 0) item.tooltip = tooltipMarkdown(lines);
    return item;
  }

  /** Asks VS Code to draw all visible rows again. */
  redraw(): void {
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
