import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';

/**
 * What this VS Code says in every run without an account, a network and its native add-ons; and that the policy of our
 * pages blocks the style attribute and the empty style element that the toolkit makes, of which nothing is lost.
 */
const noises = [
  /Could not locate the bindings file/,
  /Cannot find module '\.\/build\/Release\/watchdog'/,
  /Failed to register a ServiceWorker for scope/,
  /A bad HTTP response code \(404\) was received when fetching the script/,
  /Timed out waiting for authentication provider 'github'/,
  /Long running operations during shutdown are unsupported in the web/,
  /static\/node_modules\//,
  /^Applying inline style violates .*azure-security-incidents\/webview\.js\)$/,
];

/**
 * Collects the errors of every page of a browser, their frames and webviews included: exceptions, console errors
 * (a breach of a content security policy is one).
 * @returns a reader of what has been collected so far, without the known noise.
 */
export function collectComplaints(context: BrowserContext): () => readonly string[] {
  const complaints: string[] = [];
  const add = (complaint: string): void => {
    if (!noises.some((noise) => noise.test(complaint))) complaints.push(complaint);
  };
  context.on('page', (page: Page) => {
    page.on('pageerror', (error) => add(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') add(describe(message));
    });
  });
  return () => complaints;
}

function describe(message: ConsoleMessage): string {
  return `${message.text()} (${message.location().url})`;
}
