import * as vscode from 'vscode';
import type { NodeDescription } from '../services/tree/nodeDescription.ts';
import type { SubscriptionNode } from '../services/subscriptionTree/subscriptionNode.ts';
import type { SubscriptionTreeModel } from '../services/subscriptionTree/subscriptionTreeModel.ts';
import { sameValue } from '../services/sameValue.ts';
import { tooltipMarkdown, treeItem } from '../tree/treeItem.ts';

export interface SubscriptionsTreeDependencies {
  readonly extensionUri: vscode.Uri;
  /** The model of this moment. */
  readonly model: () => SubscriptionTreeModel;
  /** The person looks into a subscription: time to know more about it. */
  readonly lookedAt: (subscriptionId: string) => void;
}

/** Hands the model of subscriptions to VS Code, and draws again only what has changed. */
export class SubscriptionsTree implements vscode.TreeDataProvider<SubscriptionNode>, vscode.Disposable {
  readonly #dependencies: SubscriptionsTreeDependencies;
  readonly #changed = new vscode.EventEmitter<SubscriptionNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** The rows that VS Code has, by id: it knows them by identity, and names only those that it got. */
  readonly #drawn = new Map<string, { readonly node: SubscriptionNode; readonly description: NodeDescription }>();
  /** The ids below each row that was expanded, and of the roots under the empty name. */
  readonly #listed = new Map<string, readonly string[]>();

  constructor(dependencies: SubscriptionsTreeDependencies) {
    this.#dependencies = dependencies;
  }

  getChildren(node?: SubscriptionNode): SubscriptionNode[] {
    if (node?.kind === 'subscription') this.#dependencies.lookedAt(node.subscriptionId);
    const nodes = this.#childrenOf(node);
    this.#listed.set(node?.id ?? '', idsOf(nodes));
    return [...nodes];
  }

  getTreeItem(node: SubscriptionNode): vscode.TreeItem {
    const description = this.#dependencies.model().describe(node);
    this.#drawn.set(node.id, { node, description });
    return treeItem(node, description, this.#dependencies.extensionUri);
  }

  getParent(node: SubscriptionNode): SubscriptionNode | undefined {
    return this.#dependencies.model().parent(node);
  }

  resolveTreeItem(item: vscode.TreeItem, node: SubscriptionNode): vscode.TreeItem {
    if (node.kind === 'subscription') this.#dependencies.lookedAt(node.subscriptionId);
    const lines = this.#dependencies.model().tooltip(node);
    if (lines.length > 0) item.tooltip = tooltipMarkdown(lines);
    return item;
  }

  /** Asks VS Code to draw again what is not as it was drawn: whole lists where rows came, went or moved. */
  redraw(): void {
    if (this.#isListChanged(undefined)) {
      this.#drawn.clear();
      this.#listed.clear();
      this.#changed.fire(undefined);
      return;
    }
    const model = this.#dependencies.model();
    const changed = [...this.#drawn.values()].filter(
      ({ node, description }) => this.#isListChanged(node) || !sameValue(model.describe(node), description),
    );
    if (changed.length > 0) this.#changed.fire(changed.map(({ node }) => node));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #childrenOf(node: SubscriptionNode | undefined): readonly SubscriptionNode[] {
    const model = this.#dependencies.model();
    return node === undefined ? model.roots() : model.children(node);
  }

  #isListChanged(node: SubscriptionNode | undefined): boolean {
    const before = this.#listed.get(node?.id ?? '');
    return before !== undefined && !sameValue(before, idsOf(this.#childrenOf(node)));
  }
}

function idsOf(nodes: readonly SubscriptionNode[]): readonly string[] {
  return nodes.map(({ id }) => id);
}
