import * as vscode from 'vscode';
import type { TreeNode } from '../services/tree/treeNode.ts';
import { viewId } from './viewId.ts';
import type { IncidentsTree } from './incidentsTree.ts';

/**
 * The view in the side bar before its tree is there: VS Code wants a provider at once, and asks it for rows only when
 * the view is on the screen. `load` makes the tree; it is called at the first question.
 */
export class DeferredTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly view: vscode.TreeView<TreeNode>;
  readonly #load: () => Promise<IncidentsTree>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #tree: IncidentsTree | undefined;
  #following: vscode.Disposable | undefined;

  constructor(load: () => Promise<IncidentsTree>) {
    this.#load = load;
    this.view = vscode.window.createTreeView(viewId, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
  }

  getChildren(node?: TreeNode): vscode.ProviderResult<TreeNode[]> {
    return this.#ask((tree) => tree.getChildren(node));
  }

  getTreeItem(node: TreeNode): vscode.TreeItem | Thenable<vscode.TreeItem> {
    return this.#ask((tree) => tree.getTreeItem(node));
  }

  getParent(node: TreeNode): vscode.ProviderResult<TreeNode> {
    return this.#ask((tree) => tree.getParent(node));
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.ProviderResult<vscode.TreeItem> {
    return this.#ask((tree) => tree.resolveTreeItem(item, node));
  }

  dispose(): void {
    this.#following?.dispose();
    this.view.dispose();
    this.#changed.dispose();
  }

  #ask<T>(question: (tree: IncidentsTree) => T | Promise<T>): T | Promise<T> {
    return this.#tree === undefined ? this.#follow().then(question) : question(this.#tree);
  }

  async #follow(): Promise<IncidentsTree> {
    const tree = await this.#load();
    this.#tree = tree;
    this.#following ??= tree.onDidChangeTreeData(() => {
      this.#changed.fire(undefined);
    });
    return tree;
  }
}
