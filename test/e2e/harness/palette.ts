import type { Locator, Page } from 'playwright-core';

const widget = (page: Page): Locator => page.locator('.quick-input-widget:visible');

/** The entries of the open quick pick that are on the screen. */
export function pickEntries(page: Page): Locator {
  return widget(page).locator('.monaco-list-row');
}

/** Tries that the palette gets: a panel that is just opening takes the focus, and the palette closes again. */
const paletteTries = 5;

/** Runs a command from the palette by its whole title, e.g. `Security Incidents: Refresh`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await page.keyboard.press('F1');
    try {
      await widget(page).waitFor({ timeout: 5_000 });
      await pick(page, title, `>${title}`, 5_000);
      return;
    } catch (error) {
      if (tries === paletteTries) throw error;
    }
  }
}

/**
 * Chooses an entry of the open quick pick, or of the one that a command is about to open.
 * @param label the entry's label, whole.
 * @param typed what to type first, so that the entry is on the screen; by default its label.
 */
export async function pick(page: Page, label: string, typed = label, timeout = 60_000): Promise<void> {
  await widget(page).locator('input[type="text"], input:not([type])').first().fill(typed, { timeout });
  const entry = pickEntries(page).filter({ has: page.locator('.label-name').getByText(label, { exact: true }) });
  await entry.first().click({ timeout });
}

/** Types into the quick pick that shows `placeholder`, once it is open. */
export async function search(page: Page, placeholder: RegExp, text: string): Promise<void> {
  await widget(page).getByPlaceholder(placeholder).fill(text);
}
