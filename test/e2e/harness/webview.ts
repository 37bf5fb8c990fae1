import type { Frame, Locator, Page } from 'playwright-core';

/** The tabs of the editor area, in order. */
export function editorTabs(page: Page): Locator {
  return page.locator('.tabs-container .tab');
}

/**
 * The document inside the webview panel whose tab and heading contain `title`, once it shows it; its tab is brought to
 * the front. VS Code makes a new document when a hidden panel is shown again: ask anew, do not keep it.
 */
export async function webviewPanel(page: Page, title: string): Promise<Frame> {
  await editorTabs(page).filter({ hasText: title }).first().click();
  // Webviews float above the editor area; those of tabs in the background stay there, hidden. The heading tells apart
  // the panel that is coming from the one that is leaving; a restored panel's frame has no title to go by.
  const document = page.frameLocator('[style*="visibility: visible"] > iframe.webview').locator('iframe#active-frame');
  await document.contentFrame().locator('h1').filter({ hasText: title }).waitFor();
  const element = await document.elementHandle();
  const frame = await element.contentFrame();
  if (!frame) throw new Error(`The webview panel "${title}" closed while it was being opened.`);
  return frame;
}
