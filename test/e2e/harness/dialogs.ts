import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';

/** The modal dialog that is open or about to open. */
export function modalDialog(page: Page): Locator {
  return page.locator('.monaco-dialog-box');
}

/** Presses a button of the modal dialog. */
export async function answerDialog(page: Page, button: string): Promise<void> {
  await modalDialog(page).getByRole('button', { name: button, exact: true }).click();
}

/** Answers the input box that is open or about to open. */
export async function answerInput(page: Page, text: string): Promise<void> {
  const input = page.locator('.quick-input-widget:visible input').first();
  await input.fill(text);
  await input.press('Enter');
}

/** Saves to `file` in VS Code's own save dialog, which is open or about to open. */
export async function saveAs(page: Page, file: string): Promise<void> {
  const dialog = page.locator('.quick-input-widget:visible');
  await dialog.locator('.monaco-list-row').first().waitFor();
  // The dialog reads the folder while one types, and then puts its own text back: a person types again.
  await expect
    .poll(
      async () => {
        if ((await dialog.count()) === 0) return 'answered';
        await dialog.locator('input').first().fill(file);
        await dialog.getByRole('button', { name: 'OK' }).click({ timeout: 2_000 });
        await dialog.waitFor({ state: 'hidden', timeout: 3_000 });
        return 'answered';
      },
      { timeout: 30_000 },
    )
    .toBe('answered');
}
