import * as vscode from 'vscode';
import type { ItemTarget } from '../protocol/panelTarget.ts';
import type { AlertStore } from '../services/alertStore.ts';
import type { ListName } from '../services/tree/treeIndex.ts';
import type { NodeDescription } from '../services/tree/nodeDescription.ts';
import type { RefreshSchedule } from '../services/schedule/refreshSchedule.ts';
import type { ProgressOf } from '../services/tree/rowFacts.ts';
import type { StoreState } from '../services/storeState.ts';
import type { TreeNode } from '../services/tree/treeNode.ts';
import type { Snoozes } from '../platform/snoozes.ts';
import type { SeenItems } from '../platform/seenItems.ts';
import { age } from '../services/tree/age.ts';
import { markedTimes, SavedTree, type SavedScreen, type TimeWords } from '../services/tree/savedScreen.ts';
import { sameRows } from '../services/tree/sameRows.ts';
import { savedNotice, viewMessage } from '../services/viewMessage.ts';
import { valueOf } from '../services/readOnce.ts';
import type { SubscriptionDetails } from '../services/subscriptionDetails.ts';
import { rowsAtOnce, TreeModel } from '../services/treeModel.ts';
import { viewStatusOf } from '../services/viewStatus.ts';
import { systemClock, timeOfDay } from '../platform/clock.ts';
import { agesEvery, quietMilliseconds } from '../platform/viewPace.ts';
import { IncidentsTree } from './incidentsTree.ts';
import { viewId } from './viewId.ts';

export interface IncidentsViewDependencies {
  readonly extensionUri: vscode.Uri;
  readonly treeView: vscode.TreeView<TreeNode>;
  readonly store: AlertStore;
  readonly seen: SeenItems;
  readonly snoozes: Pick<Snoozes, 'asleep' | 'onDidChange'>;
  readonly schedule: Pick<RefreshSchedule, 'nextAt' | 'onDidChange'>;
  readonly progressOf: ProgressOf;
  readonly details: Pick<SubscriptionDetails, 'rights'>;
  /** As whom and where the list is read, beside the title. */
  readonly signedInAs: () => string;
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
  /** What was saved of the screen, until there is a tree of alerts. */
  #saved: SavedScreen | undefined;
  #waiting: (() => void)[] = [];
  #model: TreeModel | SavedTree | undefined;
  #pending: NodeJS.Timeout | undefined;
  /** What the rows were last drawn for, or are about to be. */
  #shown: StoreState | undefined;

  constructor(dependencies: IncidentsViewDependencies) {
    this.#dependencies = dependencies;
    this.tree = new IncidentsTree(
      dependencies.extensionUri,
      () => this.#currentModel(),
      () => this.whenLoaded(),
    );
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
      new vscode.Disposable(dependencies.schedule.onDidChange(() => this.redraw())),
      new vscode.Disposable(dependencies.seen.onDidChange(() => this.redraw())),
      new vscode.Disposable(dependencies.snoozes.onDidChange(() => this.redraw())),
      new vscode.Disposable(dependencies.details.rights.onDidChange(() => this.redraw())),
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
    const model = this.#currentModel();
    const node = this.treeView.visible && model instanceof TreeModel ? model.find(target) : undefined;
    if (node !== undefined) await this.treeView.reveal(node, { select: true, focus: false });
  }

  /** What a row shows at this moment, for other lists of the same items. */
  describe(node: TreeNode): NodeDescription {
    return this.#currentModel().describe(node);
  }

  /** Shows what was saved of the screen, at once; undefined when there is a tree of alerts in its place. */
  showSaved(screen: SavedScreen | undefined): void {
    if (this.#saved === screen) return;
    this.#saved = screen;
    this.#model = undefined;
    if (screen === undefined) for (const resolve of this.#waiting.splice(0)) resolve();
    this.#show();
    this.#draw();
  }

  /** Settles when the rows are those of alerts that are in the store. */
  async whenLoaded(): Promise<void> {
    if (this.#saved !== undefined) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** The tree of a state, with times that can be written anew when it is shown again. */
  treeToSave(state: StoreState): TreeModel {
    return this.#treeOf(state, markedTimes);
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
  #currentModel(): TreeModel | SavedTree {
    this.#model ??= this.#makeModel();
    return this.#model;
  }

  #makeModel(): TreeModel | SavedTree {
    const now = systemClock.now();
    const ageOf = (time: number): string => age(time, now) ?? '';
    if (this.#saved !== undefined) return new SavedTree(this.#saved, { ageOf, timeOfDay });
    return this.#treeOf(this.#dependencies.store.state, { ageOf, timeOfDay });
  }

  #treeOf(state: StoreState, words: TimeWords): TreeModel {
    const { seen, progressOf, details, schedule, snoozes } = this.#dependencies;
    const unseen = new Set(seen.unseen(state));
    return new TreeModel({
      ...words,
      state,
      now: systemClock.now(),
      nextAt: schedule.nextAt,
      progressOf,
      rightsIn: (subscriptionId) => valueOf(details.rights.of(subscriptionId)),
      asleep: snoozes.asleep(),
      isNew: ({ id }) => unseen.has(id),
      shownRows: (list) => this.#shownRows.get(list) ?? 0,
    });
  }

  /** What costs nothing is shown at once; rows, when the changes pause. */
  #show(): void {
    const { state } = this.#dependencies.store;
    if (this.#saved !== undefined && isThere(state)) {
      this.showSaved(undefined);
      return;
    }
    this.#showProgress(state.refreshing || state.correlating || this.#saved !== undefined);
    const status = this.#saved === undefined ? viewStatusOf(state) : 'data';
    void vscode.commands.executeCommand('setContext', 'securityIncidents.status', status);
    void vscode.commands.executeCommand('setContext', 'securityIncidents.refreshing', state.refreshing);
    this.#mark();
    if (this.#shown === undefined || !sameRows(this.#shown, state)) this.redraw();
    this.#shown = state;
  }

  /**
   * Sets the line above the rows, before VS Code hears of the rows that it is about. Only when it is another one: VS Code
   * lets a change wait for 200 ms after the one before, also behind one that changed nothing, and rows overtake it then.
   */
  #mark(): void {
    const { store, schedule } = this.#dependencies;
    const message =
      this.#saved === undefined
        ? viewMessage(store.state, timeOfDay, schedule.nextAt)
        : savedNotice(this.#saved.at, timeOfDay);
    if (message !== (this.treeView.message ?? '')) this.treeView.message = message;
  }

  #draw(): void {
    const { store, seen, snoozes } = this.#dependencies;
    const asleep = snoozes.asleep();
    const unseen = seen.unseen(store.state).filter((id) => !asleep.has(id)).length;
    this.treeView.badge =
      unseen === 0 ? undefined : { value: unseen, tooltip: `New high-severity items: ${String(unseen)}` };
    this.#mark();
    this.treeView.description = this.#dependencies.signedInAs();
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

/** Everything was read and correlated before what was kept is loaded: it is shown at once. */
function isThere({ phase, refreshing, correlating, correlation }: StoreState): boolean {
  return phase === 'ready' && !refreshing && !correlating && correlation.alerts.size > 0;
}
