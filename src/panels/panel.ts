import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { AlertKey } from '../domain/alert.ts';
import type { Correlation } from '../domain/correlation/correlation.ts';
import { displayLabel } from '../domain/displayText.ts';
import { writeFirstRender } from '../protocol/firstRender.ts';
import type { HostToWebview } from '../protocol/hostToWebview.ts';
import type { PanelModel } from '../protocol/panelModel.ts';
import type { PanelTarget } from '../protocol/panelTarget.ts';
import { parseWebviewToHost, type WebviewToHost } from '../protocol/webviewToHost.ts';
import { buildPanelModel } from '../services/viewModels/buildPanelModel.ts';
import type { BuiltPanel } from '../services/viewModels/builtPanel.ts';
import { panelContextOf } from '../services/viewModels/panelContextOf.ts';
import { askWhy, type WhyAnswers } from '../services/viewModels/whyAnswers.ts';
import type { PanelDependencies } from './panelDependencies.ts';
import type { PageAssets } from './pageAssets.ts';
import { panelHtml } from './panelHtml.ts';
import { panelIcon } from './panelIcon.ts';
import { webviewOptions } from './webviewOptions.ts';

const titleLimit = 40;

/** Of a panel that is not about one thing with a name of its own, or not yet. */
const titles: Readonly<Record<PanelTarget['kind'], string>> = {
  incident: 'Security incident',
  alert: 'Alert',
  comparison: 'Two alerts compared',
};

/** In place of a page whose script or style sheet is missing on disk. */
const unreadablePage = '<p>Files of Azure Security Incidents are missing. Install the extension again.</p>';

/** What a panel asks of its manager: everything that goes beyond its own page. */
export type PanelRequest = Exclude<WebviewToHost, { type: 'ready' | 'showInFull' }>;

/**
 * One panel: its page, what the page was last given, and the ways back. It posts only to a page that has said that it is
 * ready, and never after it was closed.
 */
export class Panel implements vscode.Disposable {
  readonly target: PanelTarget;
  readonly #deps: PanelDependencies;
  readonly #view: vscode.WebviewPanel;
  readonly #subscriptions: vscode.Disposable[];
  #built: BuiltPanel<PanelModel>;
  #shownInFull: ReadonlySet<string> = new Set();
  #why: { readonly correlation: Correlation; readonly answers: WhyAnswers } | undefined;
  #ready = false;
  /** Whether the page shows, or is about to show, what was built last. */
  #current = false;
  #disposed = false;

  constructor(
    target: PanelTarget,
    view: vscode.WebviewPanel,
    deps: PanelDependencies,
    onRequest: (request: PanelRequest, panel: Panel) => void,
    onClosed: (panel: Panel) => void,
  ) {
    this.target = target;
    this.#deps = deps;
    this.#view = view;
    this.#built = this.#build();
    this.#subscriptions = [
      view.webview.onDidReceiveMessage((message: unknown) => {
        this.#receive(message, onRequest);
      }),
      view.onDidChangeViewState(() => {
        // A hidden page is thrown away; the one that replaces it says "ready" by itself.
        if (!view.visible) this.#ready = this.#current = false;
      }),
      view.onDidDispose(() => {
        this.#end();
        onClosed(this);
      }),
    ];
    view.webview.options = webviewOptions;
    this.#showPage().catch(() => {
      deps.log.warn('panel.pageUnreadable', { kind: target.kind });
      if (!this.#disposed) view.webview.html = unreadablePage;
    });
    this.#dress();
    this.#ask();
  }

  get active(): boolean {
    return !this.#disposed && this.#view.active;
  }

  /** The page as it was last built: the ids in a request mean what they meant there. */
  get built(): BuiltPanel<PanelModel> {
    return this.#built;
  }

  reveal(): void {
    this.#view.reveal();
  }

  showsChecklistOf(alertKey: AlertKey): boolean {
    return this.#built.checklistAlerts.some(({ key }) => key === alertKey);
  }

  /** Builds the page's model again and shows it. */
  update(): void {
    if (this.#disposed) return;
    this.#built = this.#build();
    this.#dress();
    this.#current = this.#ready;
    this.post(this.#render());
    this.#ask();
  }

  #render(): HostToWebview {
    return { type: 'render', target: this.target, model: this.#built.model };
  }

  post(message: HostToWebview): void {
    if (!this.#disposed && this.#ready) void this.#view.webview.postMessage(message);
  }

  dispose(): void {
    if (!this.#disposed) this.#view.dispose();
    this.#end();
  }

  #end(): void {
    this.#disposed = true;
    this.#ready = false;
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
  }

  #receive(message: unknown, onRequest: (request: PanelRequest, panel: Panel) => void): void {
    const request = parseWebviewToHost(message);
    if (request === undefined) {
      this.#deps.log.warn('panel.messageRefused', { kind: this.target.kind });
      return;
    }
    if (request.type === 'ready') {
      this.#ready = true;
      if (!this.#current) this.update();
    } else if (request.type === 'showInFull') {
      this.#shownInFull = new Set(this.#shownInFull).add(request.textId);
      this.update();
    } else {
      onRequest(request, this);
    }
  }

  #build(): BuiltPanel<PanelModel> {
    const { store, checklists, clock } = this.#deps;
    const { state } = store;
    return buildPanelModel(
      this.target,
      state,
      panelContextOf(state, {
        peek: (alertKey) => checklists.peek(alertKey),
        why: this.#why?.answers,
        corrections: this.#deps.corrections.made,
        portalUrl: this.#deps.portalUrl(),
        now: clock.now(),
        shownInFull: this.#shownInFull,
      }),
    );
  }

  /** Asks for what the page cannot be built with yet; each answer builds it again. */
  #ask(): void {
    void this.#loadProgress();
    void this.#askWhy();
  }

  /** The last answers stay on the page until those about a newer correlation are there. */
  async #askWhy(): Promise<void> {
    const { store } = this.#deps;
    const { correlation } = store.state;
    if (this.#why?.correlation === correlation) return;
    const answers = await askWhy(this.target, correlation, store);
    if (answers === undefined || this.#why?.correlation === correlation) return;
    this.#why = { correlation, answers };
    this.update();
  }

  /** Progress that was not read yet is read now, and shown as soon as it is there. */
  async #loadProgress(): Promise<void> {
    const { checklists } = this.#deps;
    const unread = this.#built.checklistAlerts.filter(({ key }) => checklists.peek(key) === undefined);
    if (unread.length === 0) return;
    await Promise.all(unread.map(({ key }) => checklists.load(key)));
    // A store that still knows nothing would make this go round for ever.
    if (unread.some(({ key }) => checklists.peek(key) !== undefined)) this.update();
  }

  #dress(): void {
    const { model } = this.#built;
    const icon = panelIcon(model, this.#deps.extensionUri);
    if (icon !== undefined) this.#view.iconPath = icon;
    this.#view.title = 'header' in model ? displayLabel(model.header.title, titleLimit) : titles[this.target.kind];
  }

  async #showPage(): Promise<void> {
    const assets = await this.#deps.pageAssets();
    if (this.#disposed) return;
    const { webview } = this.#view;
    webview.html = this.#html(assets);
    this.#current = true;
  }

  #html(assets: PageAssets): string {
    return panelHtml({
      ...assets,
      firstRender: writeFirstRender(this.#render(), this.#deps.clock.now()),
      nonce: randomBytes(16).toString('base64'),
      language: vscode.env.language,
    });
  }
}
