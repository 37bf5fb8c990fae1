import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepFailurePictures } from './harness/failurePicture.ts';
import { axeViolations } from './harness/axe.ts';
import { editorTabs, webviewPanel } from './harness/webview.ts';
import { incidentsView, openView, tree } from './harness/sideBar.ts';
import { pickEntries, runCommand, search } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { allThemes } from './harness/themes.ts';
import { launchWorkbench, type Workbench } from './harness/workbench.ts';

const container = 'Azure Security Incidents';
const title = 'Tune Correlation';

/** A preview or a change of the list on a busy machine. Milliseconds. */
const patience = 15_000;

/** What a row says of the time that has passed, and of what was looked at meanwhile. */
const passing = /, new(?= · )|(?:, | · )(?:now|\d+ (?:min|h|d))(?= · |$)/g;

/** What our own files say, in a page or in the extension host. */
const ours = /azure-security-incidents|securityIncidents/;

describe('A person tunes correlation', () => {
  let workbench: Workbench;
  let untouched: readonly string[];
  const page = (): Page => workbench.page();
  const panel = (): Promise<Frame> => webviewPanel(page(), title);
  const summaryIn = (frame: Frame): Promise<string> => frame.locator('.preview-summary').innerText();
  const summary = async (): Promise<string> => summaryIn(await panel());
  /** The rows of the sidebar above the alerts: the incidents. */
  const incidents = async (): Promise<readonly string[]> => {
    // All at once: rows go while the list changes, and to wait for one of them would be to wait for ever.
    const rows = await tree(page(), incidentsView).rows.evaluateAll((all: readonly { ariaLabel: string | null }[]) =>
      all.map(({ ariaLabel }) => (ariaLabel ?? '').trim()),
    );
    return rows
      .slice(
        0,
        rows.findIndex((row) => row.startsWith('Alerts')),
      )
      .map((row) => row.replaceAll(passing, ''));
  };

  beforeAll(async () => {
    workbench = await launchWorkbench();
    await openView(page(), container);
    await tree(page(), incidentsView).row('2 of 5 subscriptions not read').waitFor();
    await page().mouse.move(900, 500);
    untouched = await incidents();
  });

  afterAll(async () => {
    await workbench.close();
  });

  keepFailurePictures(page);

  it('opens the panel from the palette, and is told what to do', async () => {
    await runCommand(page(), 'Security Incidents: Tune Correlation…');
    expect(await summary()).toContain('Move the slider or change another setting');
  });

  it('moves the slider by keyboard and sees what would change, while the list stays as it is', async () => {
    const frame = await panel();
    // Of the same page throughout: to ask for the panel anew is to click its tab, which takes the focus away.
    const told = (): Promise<string> => summaryIn(frame);
    await frame.getByRole('slider', { name: 'Precision' }).focus();
    await page().keyboard.press('End');
    await expect.poll(told, { timeout: patience }).toMatch(/^\d+ incidents? unchanged, /);
    const atTheEnd = await told();
    await page().keyboard.press('Home');
    await expect.poll(told, { timeout: patience }).not.toBe(atTheEnd);
    await page().keyboard.press('End');
    await expect.poll(told, { timeout: patience }).toBe(atTheEnd);
    expect(await frame.locator('li.change').count()).toBeGreaterThan(0);
    expect(await incidents()).toEqual(untouched);
  });

  it('is told of an entry that cannot be used', async () => {
    const frame = await panel();
    await frame.getByRole('textbox', { name: 'Addresses' }).fill('198.51.100.0/24\noffice');
    await frame.getByText('Line 2: “office” is no IP address or range, and is ignored.').waitFor();
    await frame.getByRole('textbox', { name: 'Addresses' }).fill('');
    await expect.poll(() => frame.locator('.problems p').count()).toBe(0);
  });

  it.each(allThemes)('can read the panel in the theme %s, wide and narrow', async (theme) => {
    await workbench.useTheme(theme);
    const usual = page().viewportSize() ?? { width: 1400, height: 900 };
    for (const width of [1400, 800]) {
      await page().setViewportSize({ ...usual, width });
      const frame = await panel();
      await frame.locator('h1').waitFor();
      await expect.poll(summary, { timeout: patience }).toMatch(/unchanged/);
      await page().mouse.move(width - 200, 500);
      await screenshot(page(), `tuning-${theme}-${String(width)}`);
      expect(await axeViolations(frame)).toEqual([]);
    }
    await page().setViewportSize(usual);
  });

  it('opens an incident that would change, as it is now', async () => {
    const change = (await panel()).locator('li.change .tuned button').first();
    // A tab shows the beginning of a long title.
    const incident = (await change.innerText()).slice(0, 24);
    await change.click();
    await webviewPanel(page(), incident);
    await panel();
  });

  it('applies it by keyboard: the list changes, and one message says what happened', async () => {
    const frame = await panel();
    await frame.getByRole('button', { name: 'Apply' }).focus();
    await page().keyboard.press('Enter');
    await page()
      .getByText(/^Correlation was changed: \d+ incidents? unchanged, /)
      .first()
      .waitFor();
    await expect.poll(incidents, { timeout: patience }).not.toEqual(untouched);
    await (await panel()).getByRole('heading', { name: 'What changed' }).waitFor();
    await screenshot(page(), 'tuning-applied');
  });

  it('takes it back: the list is as it was', async () => {
    await page().locator('.notification-toast').getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(incidents, { timeout: patience }).toEqual(untouched);
    await (await panel()).getByText('Balanced (50)').waitFor();
  });

  it('is led from an entity of an alert to what stopping it would change', async () => {
    await runCommand(page(), 'Security Incidents: Open Alert…');
    await search(page(), /^Open an alert/, 'Storage used through an anonymity network');
    await expect.poll(() => pickEntries(page()).count()).toBe(1);
    await page().keyboard.press('Enter');
    const alert = await webviewPanel(page(), 'Storage used through an anonymity');
    const stop = alert.getByRole('button', { name: /^Add to stop list…/ }).first();
    await stop.scrollIntoViewIfNeeded();
    await screenshot(page(), 'tuning-from-an-entity');
    await stop.click();
    const frame = await panel();
    await expect.poll(() => frame.getByRole('textbox', { name: 'Addresses' }).inputValue()).not.toBe('');
    await expect.poll(() => summaryIn(frame)).toMatch(/incident/);
    await frame.getByRole('button', { name: 'Discard' }).click();
    await expect.poll(() => frame.getByRole('textbox', { name: 'Addresses' }).inputValue()).toBe('');
  });

  it('finds the panel again after the window was reloaded', async () => {
    await workbench.reload();
    await expect.poll(() => editorTabs(page()).filter({ hasText: title }).count()).toBe(1);
    await (await panel()).getByText('Balanced (50)').waitFor();
  });

  it('meets no error and no blocked script on the way', () => {
    expect(workbench.complaints().filter((text) => ours.test(text))).toEqual([]);
  });
});
