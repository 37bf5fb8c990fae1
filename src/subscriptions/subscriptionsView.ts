import * as vscode from 'vscode';
import type { AlertStore } from '../services/alertStore.ts';
import type { SubscriptionDetails } from '../services/subscriptionDetails.ts';
import type { SubscriptionNode } from '../services/subscriptionTree/subscriptionNode.ts';
import { countsText } from '../services/subscriptionTree/subscriptionText.ts';
import { subscriptionRowsAtOnce } from '../services/subscriptionTree/describeSubscriptionNode.ts';
import { SubscriptionTreeModel } from '../services/subscriptionTree/subscriptionTreeModel.ts';
import { systemClock, timeOfDay } from '../platform/clock.ts';
import { agesEvery, quietMilliseconds } from '../platform/viewPace.ts';
import { SubscriptionsTree } from './subscriptionsTree.ts';

/** Of so many subscriptions the plans are read as soon as the view is on the screen; of others when they are looked at. */
const coverageUnasked = 25;

export interface SubscriptionsViewDependencies {
  readonly extensionUri: vscode.Uri;
  readonly treeView: vscode.TreeView<SubscriptionNode>;
  readonly store: AlertStore;
  readonly details: SubscriptionDetails;
}

/** The view of tenants and subscriptions: how well each could be read, and what may be done there. */
export class SubscriptionsView implements vscode.Disposable {
  readonly tree: SubscriptionsTree;
  readonly treeView: vscode.TreeView<SubscriptionNode>;
  readonly #dependencies: SubscriptionsViewDependencies;
  readonly #disposables: vscode.Disposable;
  readonly #shownRows = new Map<string | undefined, number>();
  #model: SubscriptionTreeModel | undefined;
  #pending: NodeJS.Timeout | undefined;

  constructor(dependencies: SubscriptionsViewDependencies) {
    const { extensionUri, treeView, store, details } = dependencies;
    this.#dependencies = dependencies;
    this.treeView = treeView;
    this.tree = new SubscriptionsTree({
      extensionUri,
      model: () => this.#currentModel(),
      lookedAt: (subscriptionId) => details.want(subscriptionId),
    });
    const ages = setInterval(() => this.#redraw(), agesEvery);
    this.#disposables = vscode.Disposable.from(
      this.tree,
      treeView.onDidChangeVisibility(() => this.#redraw()),
      new vscode.Disposable(store.onDidChange(() => this.#redraw())),
      new vscode.Disposable(details.rights.onDidChange(() => this.#redraw())),
      new vscode.Disposable(details.coverage.onDidChange(() => this.#redraw())),
      new vscode.Disposable(() => clearInterval(ages)),
    );
    this.#redraw();
  }

  /** Shows more rows of a tenant, or of the only list. */
  showMore(tenantId: string | undefined): void {
    this.#shownRows.set(tenantId, (this.#shownRows.get(tenantId) ?? subscriptionRowsAtOnce) + subscriptionRowsAtOnce);
    this.#redraw();
  }

  /** Brings the first row that is not well on the screen, with the focus on it. */
  async revealProblem(): Promise<void> {
    const node = this.#currentModel().firstProblem();
    if (node !== undefined) await this.treeView.reveal(node, { select: true, focus: true });
  }

  dispose(): void {
    clearTimeout(this.#pending);
    this.#disposables.dispose();
  }

  /** One model for all rows of one drawing. */
  #currentModel(): SubscriptionTreeModel {
    const { store, details } = this.#dependencies;
    this.#model ??= new SubscriptionTreeModel({
      state: store.state,
      details,
      now: systemClock.now(),
      timeOfDay,
      shownRows: (tenantId) => this.#shownRows.get(tenantId) ?? 0,
    });
    return this.#model;
  }

  /** Draws again soon; several calls in a row draw once, and a view that nobody sees is drawn when it is shown. */
  #redraw(): void {
    this.#model = undefined;
    this.#pending ??= setTimeout(() => {
      this.#pending = undefined;
      this.#draw();
    }, quietMilliseconds);
  }

  #draw(): void {
    const { treeView } = this;
    const { counts } = this.#currentModel();
    treeView.description = counts.all === 0 ? '' : countsText(counts);
    if (!treeView.visible) return;
    this.#wantCoverage();
    this.tree.redraw();
  }

  #wantCoverage(): void {
    const { store, details } = this.#dependencies;
    const read = store.state.subscriptions.filter(({ health, plans }) => health.kind === 'ok' && plans === undefined);
    details.coverage.want(read.slice(0, coverageUnasked).map(({ subscription }) => subscription));
  }
}
