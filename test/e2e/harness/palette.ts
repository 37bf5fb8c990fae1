import type { Locator, Page } from 'playwright-core';

const widget = (page: Page): Locator => page.locator('.quick-input-widget:visible');

/** The entries of the open quick pick that are on the screen. */
export function pickEntries(page: Page): Locator {
  return widget(page).locator('.monaco-list-row');
}

/** Runs a command from the palette by its whole title, e.g. `Security Incidents: Refresh`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await widget(page).waitFor();
  await pick(page, title, `>${title}`);
}

/**
 * Chooses an entry of the open quick pick, or of the one that a command is about to open.
 * @param label the entry's label, whole.
 * @param typed what to type first, so that the entry is on the screen; by default its label.
 */
export async function pick(page: Page, label: string, typed = label): Promise<void> {
  await widget(page).locator('input[type="text"], input:not([type])').first().fill(typed);
  const entry = pickEntries(page).filter({ has: page.locator('.label-name').getByText(label, { exact: true }) });
  await entry.first().click();
}

/** Types into the quick pick that shows `placeholder`, once it is open. */
export async function search(page: Page, placeholder: RegExp, text: string): Promise<void> {
  await widget(page).getByPlaceholder(placeholder).fill(text);
}
