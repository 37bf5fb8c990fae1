import * as vscode from 'vscode';

/** What a deferred tree asks of the tree that it waits for. */
export interface LoadedTree<Node> extends vscode.TreeDataProvider<Node> {
  readonly onDidChangeTreeData: vscode.Event<Node[] | undefined>;
  getParent(node: Node): vscode.ProviderResult<Node>;
  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.ProviderResult<vscode.TreeItem>;
}

/**
 * A view in the side bar before its tree is there: VS Code wants a provider at once, and asks it for rows only when the
 * view is on the screen. `load` makes the tree; it is called at the first question.
 */
export class DeferredTree<Node> implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly view: vscode.TreeView<Node>;
  readonly #load: () => Promise<LoadedTree<Node>>;
  readonly #changed = new vscode.EventEmitter<Node[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #tree: LoadedTree<Node> | undefined;
  #following: vscode.Disposable | undefined;

  constructor(viewId: string, load: () => Promise<LoadedTree<Node>>) {
    this.#load = load;
    this.view = vscode.window.createTreeView(viewId, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
  }

  getChildren(node?: Node): vscode.ProviderResult<Node[]> {
    return this.#ask((tree) => tree.getChildren(node));
  }

  getTreeItem(node: Node): vscode.TreeItem | Thenable<vscode.TreeItem> {
    return this.#ask((tree) => tree.getTreeItem(node)) as vscode.TreeItem | Thenable<vscode.TreeItem>;
  }

  getParent(node: Node): vscode.ProviderResult<Node> {
    return this.#ask((tree) => tree.getParent(node));
  }

  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.ProviderResult<vscode.TreeItem> {
    return this.#ask((tree) => tree.resolveTreeItem(item, node));
  }

  dispose(): void {
    this.#following?.dispose();
    this.view.dispose();
    this.#changed.dispose();
  }

  #ask<T>(question: (tree: LoadedTree<Node>) => vscode.ProviderResult<T>): vscode.ProviderResult<T> {
    return this.#tree === undefined ? this.#follow().then(question) : question(this.#tree);
  }

  async #follow(): Promise<LoadedTree<Node>> {
    const tree = await this.#load();
    this.#tree = tree;
    this.#following ??= tree.onDidChangeTreeData((changed) => {
      this.#changed.fire(changed);
    });
    return tree;
  }
}
