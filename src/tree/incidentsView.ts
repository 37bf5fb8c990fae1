import * as vscode from 'vscode';
import type { ItemTarget } from '../protocol/panelTarget.ts';
import type { AlertStore } from '../services/alertStore.ts';
import type { ListName } from '../services/tree/treeIndex.ts';
import type { NodeDescription } from '../services/tree/nodeDescription.ts';
import type { ProgressOf } from '../services/tree/rowFacts.ts';
import type { TreeNode } from '../services/tree/treeNode.ts';
import type { SeenItems } from '../platform/seenItems.ts';
import { viewMessage } from '../services/viewMessage.ts';
import { rowsAtOnce, TreeModel } from '../services/treeModel.ts';
import { viewStatusOf } from '../services/viewStatus.ts';
import { systemClock, timeOfDay } from '../platform/clock.ts';
import { IncidentsTree } from './incidentsTree.ts';
import { viewId } from './viewId.ts';

/** Changes that arrive closer together than this are drawn once: a refresh streams. */
const quietMilliseconds = 150;

/** Ages in the rows ("5 min") are drawn anew this often while the view is visible. */
const agesEvery = 60_000;

export interface IncidentsViewDependencies {
  readonly extensionUri: vscode.Uri;
  readonly treeView: vscode.TreeView<TreeNode>;
  readonly store: AlertStore;
  readonly seen: SeenItems;
  readonly progressOf: ProgressOf;
  /** Called whenever the view comes on the screen: time to have something to show. */
  readonly onShown: () => Promise<void>;
}

/** The view in the sidebar: the tree, and around it badge, message, progress and the context keys of its texts. */
export class IncidentsView implements vscode.Disposable {
  readonly tree: IncidentsTree;
  readonly treeView: vscode.TreeView<TreeNode>;
  readonly #dependencies: IncidentsViewDependencies;
  readonly #disposables: { dispose(): unknown }[] = [];
  readonly #shownRows = new Map<ListName, number>();
  #endProgress: (() => void) | undefined;
  #model: TreeModel | undefined;
  #pending: NodeJS.Timeout | undefined;

  constructor(dependencies: IncidentsViewDependencies) {
    this.#dependencies = dependencies;
    this.tree = new IncidentsTree(dependencies.extensionUri, () => this.#currentModel());
    this.treeView = dependencies.treeView;
    const ages = setInterval(() => {
      if (this.treeView.visible) this.redraw();
    }, agesEvery);
    this.#disposables.push(
      this.tree,
      this.treeView.onDidChangeVisibility(({ visible }) => {
        if (visible) void dependencies.onShown();
      }),
      new vscode.Disposable(dependencies.store.onDidChange(() => this.#show())),
      new vscode.Disposable(dependencies.seen.onDidChange(() => this.redraw())),
      new vscode.Disposable(() => clearInterval(ages)),
    );
    this.#show();
    if (this.treeView.visible) void dependencies.onShown();
  }

  /** What the person has selected, where they can see it. */
  get selected(): TreeNode | undefined {
    return this.treeView.visible ? this.treeView.selection[0] : undefined;
  }

  /** All that the person has selected, where they can see it. */
  get selectedRows(): readonly TreeNode[] {
    return this.treeView.visible ? this.treeView.selection : [];
  }

  /** Shows more rows of a list. */
  showMore(list: ListName): void {
    this.#shownRows.set(list, (this.#shownRows.get(list) ?? rowsAtOnce) + rowsAtOnce);
    this.redraw();
  }

  /** Selects the row of an item, without taking the focus; nothing when the view is hidden. */
  async reveal(target: ItemTarget): Promise<void> {
    const node = this.treeView.visible ? this.#currentModel().find(target) : undefined;
    if (node !== undefined) await this.treeView.reveal(node, { select: true, focus: false });
  }

  /** What a row shows at this moment, for other lists of the same items. */
  describe(node: TreeNode): NodeDescription {
    return this.#currentModel().describe(node);
  }

  /** Draws again soon; several calls in a row draw once. */
  redraw(): void {
    this.#model = undefined;
    this.#pending ??= setTimeout(() => {
      this.#pending = undefined;
      this.#draw();
    }, quietMilliseconds);
  }

  dispose(): void {
    clearTimeout(this.#pending);
    this.#endProgress?.();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** One model for all rows of one drawing. */
  #currentModel(): TreeModel {
    this.#model ??= this.#makeModel();
    return this.#model;
  }

  #makeModel(): TreeModel {
    const { store, seen, progressOf } = this.#dependencies;
    const unseen = new Set(seen.unseen(store.state));
    return new TreeModel({
      state: store.state,
      now: systemClock.now(),
      timeOfDay,
      progressOf,
      isNew: ({ id }) => unseen.has(id),
      shownRows: (list) => this.#shownRows.get(list) ?? 0,
    });
  }

  /** What costs nothing is shown at once; rows, when the changes pause. */
  #show(): void {
    const { state } = this.#dependencies.store;
    this.#showProgress(state.refreshing || state.correlating);
    void vscode.commands.executeCommand('setContext', 'securityIncidents.status', viewStatusOf(state));
    void vscode.commands.executeCommand('setContext', 'securityIncidents.refreshing', state.refreshing);
    this.redraw();
  }

  #draw(): void {
    const { store, seen } = this.#dependencies;
    const unseen = seen.unseen(store.state).length;
    this.treeView.badge =
      unseen === 0 ? undefined : { value: unseen, tooltip: `New high-severity items: ${String(unseen)}` };
    this.treeView.message = viewMessage(store.state, timeOfDay);
    this.tree.redraw();
  }

  #showProgress(busy: boolean): void {
    if (busy === (this.#endProgress !== undefined)) return;
    this.#endProgress?.();
    this.#endProgress = undefined;
    if (!busy) return;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#endProgress = () => {
      resolve(undefined);
    };
    void vscode.window.withProgress({ location: { viewId } }, () => promise);
  }
}
