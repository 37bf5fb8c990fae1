import * as vscode from 'vscode';
import { assertNever } from '../domain/assertNever.ts';
import type { HostToWebview } from '../protocol/hostToWebview.ts';
import { tuningRequest } from '../protocol/webviewToHost.ts';
import { buildTuningPanelModel } from '../services/viewModels/buildTuningPanelModel.ts';
import type { PanelDependencies } from './panelDependencies.ts';
import { Page, type PageRequest } from './page.ts';
import { viewTypes } from './viewTypes.ts';
import { webviewOptions } from './webviewOptions.ts';

type TuningPanelDependencies = Pick<
  PanelDependencies,
  'store' | 'tuning' | 'clock' | 'log' | 'pageAssets' | 'ensureLoaded'
>;

/** A preview reports its beginning and its end, often at once; one redraw answers both. */
const redrawDelay = 30;

/** The one panel in which correlation is tuned. */
export class TuningPanel implements vscode.Disposable {
  readonly #deps: TuningPanelDependencies;
  /** What goes beyond this panel. */
  readonly #open: (request: Extract<PageRequest, { type: 'openAlert' | 'openIncident' }>) => void;
  readonly #subscriptions: vscode.Disposable[];
  #shown: { readonly view: vscode.WebviewPanel; readonly page: Page } | undefined;
  #redraw: NodeJS.Timeout | undefined;

  constructor(
    deps: TuningPanelDependencies,
    open: (request: Extract<PageRequest, { type: 'openAlert' | 'openIncident' }>) => void,
  ) {
    this.#deps = deps;
    this.#open = open;
    const redraw = (): void => {
      this.#scheduleRedraw();
    };
    this.#subscriptions = [
      new vscode.Disposable(deps.tuning.onDidChange(redraw)),
      new vscode.Disposable(deps.store.onDidChange(redraw)),
    ];
  }

  open(): void {
    if (this.#shown !== undefined) {
      this.#shown.view.reveal();
      return;
    }
    const view = vscode.window.createWebviewPanel(viewTypes.tuning, '', vscode.ViewColumn.Active, {
      ...webviewOptions,
      enableFindWidget: true,
    });
    this.#adopt(view);
  }

  /** Fills a panel that VS Code kept over a restart. A draft does not outlive the window. */
  restore(view: vscode.WebviewPanel): void {
    if (this.#shown === undefined) this.#adopt(view);
    else view.dispose();
  }

  dispose(): void {
    clearTimeout(this.#redraw);
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
    this.#shown?.view.dispose();
  }

  #adopt(view: vscode.WebviewPanel): void {
    view.title = 'Tune Correlation';
    const page = new Page(view, this.#deps, {
      render: () => this.#render(),
      onStale: () => {
        page.update();
      },
      onRequest: (request) => {
        this.#answer(request).catch(() => {
          this.#deps.log.warn('panel.requestFailed', { request: request.type });
        });
      },
    });
    this.#shown = { view, page };
    view.onDidDispose(() => {
      page.dispose();
      this.#shown = undefined;
      this.#deps.tuning.rest();
    });
    this.#deps.ensureLoaded();
  }

  #render(): HostToWebview {
    const model = buildTuningPanelModel(this.#deps.tuning.state, this.#deps.store.state.correlation);
    return { type: 'render', target: { kind: 'tuning' }, model };
  }

  #scheduleRedraw(): void {
    if (this.#shown === undefined) return;
    this.#redraw ??= setTimeout(() => {
      this.#redraw = undefined;
      this.#shown?.page.update();
    }, redrawDelay);
  }

  async #answer(request: PageRequest): Promise<void> {
    const { tuning } = this.#deps;
    // This page has nothing of what the others ask about.
    if (!tuningRequest(request)) return;
    switch (request.type) {
      case 'tune':
        tuning.change(request.generation, request.draft);
        return;
      case 'applyTuning':
        await tuning.apply();
        return;
      case 'discardTuning':
        tuning.discard();
        return;
      case 'openAlert':
      case 'openIncident':
        this.#open(request);
        return;
      default:
        assertNever(request);
    }
  }
}
