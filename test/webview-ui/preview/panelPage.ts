import type { Browser, BrowserContext, Page } from 'playwright-core';
import { panelHtml } from '../../../src/panels/panelHtml.ts';
import { writeFirstRender } from '../../../src/protocol/firstRender.ts';
import type { HostToWebview } from '../../../src/protocol/hostToWebview.ts';
import type { WebviewBundle } from './bundle.ts';
import { themes, type ThemeName } from './themes.ts';

const origin = 'https://panel.test';

export interface OpenPanel {
  readonly page: Page;
  /** What the webview has posted so far. */
  posted(): Promise<readonly unknown[]>;
  send(message: HostToWebview): Promise<void>;
  /** Changes the colour theme of the open page, as VS Code does. */
  useTheme(theme: ThemeName): Promise<void>;
  /** What the page reported as refused by its policy. */
  readonly violations: readonly string[];
  close(): Promise<void>;
}

export interface PanelWish {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly state?: unknown;
  /** What the page is made with. */
  readonly first?: HostToWebview;
  /** Epoch milliseconds at which the page's clock stands still. */
  readonly now?: number;
}

/** The panel's own page with its own policy, in a browser, with a stand-in for VS Code's side of the wire. */
export async function openPanel(browser: Browser, bundle: WebviewBundle, wish: PanelWish = {}): Promise<OpenPanel> {
  const context = await browser.newContext({
    viewport: { width: wish.width ?? 1400, height: 1000 },
    locale: 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  if (wish.now !== undefined) await page.clock.setFixedTime(wish.now);
  const violations: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') violations.push(message.text());
  });
  page.on('pageerror', (error) => violations.push(error.message));
  await serve(context, bundle, wish);
  await page.addInitScript(standIn, wish.state);
  await page.goto(`${origin}/`);
  const useTheme = (theme: ThemeName) => page.evaluate(dress, { theme, variables: themes[theme] });
  await useTheme(wish.theme ?? 'dark');
  return {
    page,
    useTheme,
    violations,
    posted: () => page.evaluate(() => (window as unknown as { posted: unknown[] }).posted),
    send: async (message) => {
      await page.evaluate(async (data) => {
        window.postMessage(data, '*');
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      }, message as unknown);
    },
    close: () => context.close(),
  };
}

async function serve(context: BrowserContext, bundle: WebviewBundle, wish: PanelWish): Promise<void> {
  const body = panelHtml({
    script: bundle.script,
    style: bundle.style,
    firstRender: wish.first === undefined ? '' : writeFirstRender(wish.first, wish.now ?? Date.now()),
    nonce: 'preview',
    language: 'en',
  });
  await context.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body });
    return route.fulfill({ status: 404, body: '' });
  });
}

/** Runs in the page before its own script: VS Code's handle, recording. */
function standIn(state: unknown): void {
  const shared = window as unknown as { posted: unknown[]; saved: unknown; acquireVsCodeApi: unknown };
  shared.posted = [];
  shared.saved = state;
  shared.acquireVsCodeApi = () => ({
    postMessage: (message: unknown) => shared.posted.push(message),
    getState: () => shared.saved,
    setState: (next: unknown) => (shared.saved = next),
  });
}

/** Runs in the page: sets theme variables and class as VS Code does. */
function dress({ theme, variables }: { theme: string; variables: Record<string, string> }): void {
  const { style } = document.documentElement;
  for (const name of [...style]) style.removeProperty(name);
  for (const [name, value] of Object.entries(variables)) style.setProperty(`--vscode-${name}`, value);
  document.body.className = `vscode-${theme}`;
  document.body.dataset['vscodeThemeKind'] = `vscode-${theme}`;
}
