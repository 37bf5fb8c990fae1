import type { Locator, Page } from 'playwright-core';

const openTries = 3;

/** Opens a view container by its title in the activity bar; leaves it open if it is open already. */
export async function openView(page: Page, title: string): Promise<void> {
  const icon = page.locator('.activitybar .action-item').filter({ has: page.locator(`[aria-label^="${title}"]`) });
  await icon.waitFor();
  const heading = page.locator('.sidebar .composite.title').filter({ hasText: title });
  for (let tries = 1; ; tries += 1) {
    // A click on the icon of the open container would close the side bar.
    if (!/\bchecked\b/.test((await icon.getAttribute('class')) ?? '')) await icon.click();
    // Off the icon again: its tooltip would lie over the first rows.
    await page.mouse.move(0, 0);
    await page.locator('.workbench-hover-container').waitFor({ state: 'hidden' });
    try {
      await heading.waitFor({ timeout: 10_000 });
      return;
    } catch (error) {
      // A window that is starting may open the container between the look and the click, which then closes it again.
      if (tries === openTries) throw error;
    }
  }
}

/** The view of incidents and alerts, by its title. */
export const incidentsView = 'Incidents and Alerts';

export interface Tree {
  /** The rows on the screen: VS Code creates no others. */
  readonly rows: Locator;
  /** The first row whose text contains `text`. */
  readonly row: (text: string | RegExp) => Locator;
  /** The label and description of each row on the screen, top to bottom. */
  readonly texts: () => Promise<readonly string[]>;
  /** Expands a row, unless it is, and waits for its children. */
  readonly expand: (text: string | RegExp) => Promise<void>;
  readonly collapse: (text: string | RegExp) => Promise<void>;
  /** Clicks a row, as a person does to open it. */
  readonly open: (text: string | RegExp) => Promise<void>;
  /** Presses an action at the end of a row. */
  readonly act: (text: string | RegExp, action: string) => Promise<void>;
  /** Opens the context menu of a row and chooses an entry. */
  readonly choose: (text: string | RegExp, menuEntry: string) => Promise<void>;
}

const expandTries = 3;

/** The tree of a view in the side bar, by its accessible name: the container's title where that holds a single view. */
export function tree(page: Page, viewName: string): Tree {
  const rows = page.locator(`.sidebar [role="tree"][aria-label="${viewName}"] .monaco-list-row`);
  const row = (text: string | RegExp): Locator => rows.filter({ hasText: text }).first();
  const setExpanded = async (text: string | RegExp, expanded: boolean): Promise<void> => {
    await row(text).waitFor();
    const wanted = rows
      .and(page.locator(`[aria-expanded="${expanded}"]`))
      .filter({ hasText: text })
      .first();
    for (let tries = 1; (await wanted.count()) === 0; tries += 1) {
      await row(text).locator('.monaco-tl-twistie').click();
      try {
        await wanted.waitFor({ timeout: 5_000 });
      } catch (error) {
        // Rows that are drawn anew between the mouse's way down and up swallow the click; a person clicks again.
        if (tries === expandTries) throw error;
      }
    }
  };
  return {
    rows,
    row,
    texts: () => allTexts(rows),
    expand: (text) => setExpanded(text, true),
    collapse: (text) => setExpanded(text, false),
    open: (text) => row(text).click(),
    act: async (text, action) => {
      await row(text).hover();
      await row(text).getByRole('button', { name: action, exact: true }).click();
      await page.mouse.move(900, 500);
    },
    choose: async (text, menuEntry) => {
      await row(text).click({ button: 'right' });
      await page.locator('.monaco-menu .action-label').getByText(menuEntry, { exact: true }).hover();
      // Not a click: a menu that has just opened ignores the mouse button for a moment.
      await page.keyboard.press('Enter');
    },
  };
}

async function allTexts(rows: Locator): Promise<readonly string[]> {
  const labels = await Promise.all((await rows.all()).map((row) => row.getAttribute('aria-label')));
  return labels.map((label) => (label ?? '').trim());
}

/** The text with buttons that a view in the side bar shows in place of a tree. */
export function welcome(page: Page): Locator {
  return page.locator('.sidebar .welcome-view-content:visible');
}

/** Presses a button of the welcome text. */
export async function pressInWelcome(page: Page, button: string): Promise<void> {
  await welcome(page).getByRole('button', { name: button, exact: true }).click();
  // Off the button again, for it is gone soon and what comes under the pointer would look touched.
  await page.mouse.move(900, 500);
}

/** Drags the edge of the side bar until it is `width` pixels wide. */
export async function widenSideBar(page: Page, width: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (box === null) throw new Error('The side bar is not open.');
  await page.mouse.move(box.x + box.width, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(box.x + width, box.y + 300, { steps: 5 });
  await page.mouse.up();
}
