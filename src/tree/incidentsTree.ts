import * as vscode from 'vscode';
import type { TreeNode } from '../services/tree/treeNode.ts';
import type { SavedTree } from '../services/tree/savedScreen.ts';
import type { TreeModel } from '../services/treeModel.ts';
import { tooltipMarkdown, treeItem } from './treeItem.ts';

/**
 * Hands the tree model to VS Code. `model` makes the model of the current moment; `whenLoaded` settles when that is no
 * longer the one that was saved, which does not know all rows.
 */
export class IncidentsTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #model: () => TreeModel | SavedTree;
  readonly #whenLoaded: () => Promise<void>;
  readonly #changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(extensionUri: vscode.Uri, model: () => TreeModel | SavedTree, whenLoaded: () => Promise<void>) {
    this.#extensionUri = extensionUri;
    this.#model = model;
    this.#whenLoaded = whenLoaded;
  }

  getChildren(node?: TreeNode): TreeNode[] | Promise<TreeNode[]> {
    const model = this.#model();
    const rows = node === undefined ? model.roots() : model.children(node);
    return rows === undefined ? this.#whenLoaded().then(() => this.getChildren(node)) : [...rows];
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
