import { chromium, type Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { hour, noon } from '../../builders/alert.ts';
import { browserLaunchOptions } from '../../host/browser.ts';
import { bundleWebview, type WebviewBundle } from './bundle.ts';
import { openPanel, type OpenPanel, type PanelWish } from './panelPage.ts';

/** The first run on a machine may unpack a browser. */
const launchTimeout = 90_000;

/** A browser for the tests of one file; what a test opens is closed after it. */
export function usePanels(): (wish?: PanelWish) => Promise<OpenPanel> {
  let browser: Browser | undefined;
  let bundle: WebviewBundle | undefined;
  let open: OpenPanel[] = [];
  beforeAll(async () => {
    bundle = await bundleWebview();
    browser = await chromium.launch(await browserLaunchOptions());
  }, launchTimeout);
  afterEach(async () => {
    await Promise.all(open.map((panel) => panel.close()));
    open = [];
  });
  afterAll(() => browser?.close());
  return async (wish = {}) => {
    if (browser === undefined || bundle === undefined) throw new Error('The browser has not been started');
    const panel = await openPanel(browser, bundle, { now: noon + 2 * hour, ...wish });
    open.push(panel);
    return panel;
  };
}
