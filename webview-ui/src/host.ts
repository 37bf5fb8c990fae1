import { firstRenderId, readFirstRender } from '../../src/protocol/firstRender.ts';
import { parseHostToWebview, type HostToWebview } from '../../src/protocol/hostToWebview.ts';
import { readPersistedPanel, type PersistedPanel } from '../../src/protocol/panelTarget.ts';
import type { WebviewToHost } from '../../src/protocol/webviewToHost.ts';

interface VsCodeApi {
  postMessage(message: WebviewToHost): void;
  getState(): unknown;
  setState(state: PersistedPanel): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension host, as the webview sees it. */
export interface Host {
  post(message: WebviewToHost): void;
  onMessage(listener: (message: HostToWebview) => void): void;
  /** What the page was made with, while that is still so. */
  firstMessage(): HostToWebview | undefined;
  load(): PersistedPanel | undefined;
  save(state: PersistedPanel): void;
}

/**
 * Takes the one handle to VS Code that a webview gets and keeps it in a closure: no other script can post in our name.
 * Messages count only when they come from VS Code's own frame and have exactly a form that we know.
 */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post: (message) => {
      api.postMessage(message);
    },
    onMessage: (listener) => {
      window.addEventListener('message', (event: MessageEvent<unknown>) => {
        if (event.origin !== window.origin) return;
        const message = parseHostToWebview(event.data);
        if (message !== undefined) listener(message);
      });
    },
    firstMessage: () => readFirstRender(document.getElementById(firstRenderId)?.textContent ?? '', Date.now()),
    load: () => readPersistedPanel(api.getState()),
    save: (state) => {
      api.setState(state);
    },
  };
}
