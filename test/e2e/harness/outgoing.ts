import type { BrowserContext } from 'playwright-core';

/** Where VS Code's webviews live: a name that the workbench itself answers, in a service worker. */
const webviewHost = /(^|\.)vscode-cdn\.net$/;

/**
 * Records what leaves this machine from any page of a browser, webviews included.
 * @returns a reader of the addresses so far.
 */
export function recordOutgoing(context: BrowserContext): () => readonly string[] {
  const addresses: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const stays =
      protocol === 'data:' || protocol === 'blob:' || hostname === '127.0.0.1' || webviewHost.test(hostname);
    if (!stays) addresses.push(request.url());
  });
  return () => addresses;
}
