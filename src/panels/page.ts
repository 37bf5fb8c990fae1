import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { writeFirstRender } from '../protocol/firstRender.ts';
import type { HostToWebview } from '../protocol/hostToWebview.ts';
import { parseWebviewToHost, type WebviewToHost } from '../protocol/webviewToHost.ts';
import type { Clock, Log } from '../services/ports.ts';
import type { PageAssets } from './pageAssets.ts';
import { panelHtml } from './panelHtml.ts';
import { webviewOptions } from './webviewOptions.ts';

/** In place of a page whose script or style sheet is missing on disk. */
const unreadablePage = '<p>Files of Azure Security Incidents are missing. Install the extension again.</p>';

interface PageDependencies {
  readonly clock: Clock;
  readonly log: Log;
  pageAssets(): Promise<PageAssets>;
}

interface PageCallbacks {
  /** What the page is to show. */
  render(): HostToWebview;
  /** The page was made anew and shows what was so before it was hidden. */
  onStale(): void;
  onRequest(request: PageRequest): void;
}

/** What a page asks for, once it is ready. */
export type PageRequest = Exclude<WebviewToHost, { type: 'ready' }>;

/**
 * The page inside a panel: made with its first render, ready when it says so, thrown away while it is hidden. It is sent
 * to only while it is ready, and never after it was closed.
 */
export class Page implements vscode.Disposable {
  readonly #view: vscode.WebviewPanel;
  readonly #deps: PageDependencies;
  readonly #callbacks: PageCallbacks;
  readonly #subscriptions: vscode.Disposable[];
  #ready = false;
  /** Whether the page shows, or is about to show, what was rendered last. */
  #current = false;
  #disposed = false;

  constructor(view: vscode.WebviewPanel, deps: PageDependencies, callbacks: PageCallbacks) {
    this.#view = view;
    this.#deps = deps;
    this.#callbacks = callbacks;
    this.#subscriptions = [
      view.webview.onDidReceiveMessage((message: unknown) => {
        this.#receive(message);
      }),
      view.onDidChangeViewState(() => {
        // A hidden page is thrown away; the one that replaces it says "ready" by itself.
        if (!view.visible) this.#ready = this.#current = false;
      }),
    ];
    view.webview.options = webviewOptions;
    this.#show().catch(() => {
      deps.log.warn('panel.pageUnreadable', { kind: view.viewType });
      if (!this.#disposed) view.webview.html = unreadablePage;
    });
  }

  get disposed(): boolean {
    return this.#disposed;
  }

  /** Shows what there is to render now. */
  update(): void {
    this.#current = this.#ready;
    this.post(this.#callbacks.render());
  }

  post(message: HostToWebview): void {
    if (!this.#disposed && this.#ready) void this.#view.webview.postMessage(message);
  }

  dispose(): void {
    this.#disposed = true;
    this.#ready = false;
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
  }

  #receive(message: unknown): void {
    const request = parseWebviewToHost(message);
    if (request === undefined) {
      this.#deps.log.warn('panel.messageRefused', { kind: this.#view.viewType });
    } else if (request.type === 'ready') {
      this.#ready = true;
      if (!this.#current) this.#callbacks.onStale();
    } else {
      this.#callbacks.onRequest(request);
    }
  }

  async #show(): Promise<void> {
    const assets = await this.#deps.pageAssets();
    if (this.#disposed) return;
    this.#view.webview.html = panelHtml({
      ...assets,
      firstRender: writeFirstRender(this.#callbacks.render(), this.#deps.clock.now()),
      nonce: randomBytes(16).toString('base64'),
      language: vscode.env.language,
    });
    this.#current = true;
  }
}
