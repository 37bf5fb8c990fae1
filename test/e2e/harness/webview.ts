import type { Frame, Locator, Page } from 'playwright-core';

/** The tabs of the editor area, in order. */
export function editorTabs(page: Page): Locator {
  return page.locator('.tabs-container .tab');
}

/**
 * The document inside the webview panel whose title contains `title`, once it has loaded; its tab is brought to the
 * front. VS Code makes a new document when a hidden panel is shown again: ask anew, do not keep it.
 */
export async function webviewPanel(page: Page, title: string): Promise<Frame> {
  await editorTabs(page).filter({ hasText: title }).first().click();
  // Webviews float above the editor area; those of tabs in the background stay there, hidden.
  const shown = page.frameLocator('[style*="visibility: visible"] > iframe.webview');
  const document = shown.locator(`iframe#active-frame[title*=${JSON.stringify(title)}]`);
  await document.waitFor();
  const element = await document.elementHandle();
  const frame = await element.contentFrame();
  if (!frame) throw new Error(`The webview panel "${title}" closed while it was being opened.`);
  return frame;
}
