import type { Frame, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepFailurePictures } from './harness/failurePicture.ts';
import { axeViolations } from './harness/axe.ts';
import { editorTabs, webviewPanel } from './harness/webview.ts';
import { incidentsView, openView, tree, widenSideBar } from './harness/sideBar.ts';
import { pickEntries, runCommand, search } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { allThemes } from './harness/themes.ts';
import { launchWorkbench } from './harness/workbench.ts';
import type { Workbench } from './harness/workbench.ts';

const container = 'Azure Security Incidents';
const incident = 'aks-routing';
const alert = 'Container image of a currency miner';
const reason = 'The cluster pulls from one registry only.';

/** What our own files say, in a page or in the extension host; the workbench has troubles of its own when it is reloaded. */
const ours = /azure-security-incidents|securityIncidents/;

describe('A person handles an incident', () => {
  let workbench: Workbench;
  const page = (): Page => workbench.page();
  const incidents = () => tree(page(), incidentsView);
  const incidentPanel = (): Promise<Frame> => webviewPanel(page(), incident);
  const alertPanel = (): Promise<Frame> => webviewPanel(page(), alert);
  /** Steps of the list in the panel, by the state that they show. */
  const steps = (frame: Frame, state: 'toDo' | 'done' | 'skipped'): Locator => frame.locator(`li.step-${state}`);

  beforeAll(async () => {
    workbench = await launchWorkbench();
    await openView(page(), container);
    await incidents().row('Incidents').waitFor();
    await page().mouse.move(900, 500);
  });

  afterAll(async () => {
    await workbench.close();
  });

  keepFailurePictures(page);

  it('sees first what could not be read and why, then incidents, then alerts', async () => {
    // A refresh streams: the last subscription to answer completes the picture.
    await incidents().row('2 of 5 subscriptions not read').waitFor();
    const texts = await incidents().texts();
    const places = ['2 of 5', 'Incidents', 'Alerts'].map((name) => texts.findIndex((text) => text.startsWith(name)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBe(0);
    for (const cause of ['incomplete', 'no access', 'Defender for Cloud is not enabled'])
      expect(texts[0]).toContain(cause);
  });

  it('is told how many high items are new', async () => {
    const badges = await page().locator('.activitybar .badge-content').allInnerTexts();
    expect(badges.filter((text) => text !== '')).toEqual([expect.stringMatching(/^\d+$/)]);
  });

  it('expands an incident to its members, those that are gone included', async () => {
    await incidents().expand(incident);
    await incidents().row(alert).waitFor();
    await incidents().row('Cluster dashboard open to the internet').waitFor();
  });

  it('opens the incident and understands it', async () => {
    await incidents().open(incident);
    const text = await (await incidentPanel()).locator('main').innerText();
    for (const fact of [
      'High severity',
      'Still active',
      'Kill chain',
      'What triggered it',
      'Target resources',
      'IP addresses',
      'Take action',
      '0 of 16 done',
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).toContain('2 alerts of 8 are not in the list');
  });

  it('opens an alert from the incident', async () => {
    await (await incidentPanel()).getByRole('button', { name: alert }).first().click();
    const text = await (await alertPanel()).locator('main').innerText();
    for (const fact of ['Part of incident', 'What happened', 'Entities', 'Take action']) expect(text).toContain(fact);
  });

  it('ticks two steps and skips one with a reason', async () => {
    const panel = await alertPanel();
    // The service's own steps: the runbook above them has boxes, too.
    const service = panel.getByRole('region', { name: 'Take action' });
    await service.getByRole('checkbox').nth(0).click();
    await service.getByText('1 of 3 done').first().waitFor();
    await service.getByRole('checkbox').nth(1).click();
    await service.getByText('2 of 3 done').first().waitFor();
    await service
      .getByRole('button', { name: /^Skip…/ })
      .first()
      .click();
    await service.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await service.getByRole('button', { name: 'Skip', exact: true }).click();
    await panel.getByText('2 of 3 done, 1 skipped').first().waitFor();
    await incidents()
      .row(new RegExp(`${alert}.*3/3`))
      .waitFor();
  });

  it('finds the same steps ticked in the incident', async () => {
    const panel = await incidentPanel();
    await panel.getByText('2 of 16 done, 1 skipped').first().waitFor();
    expect(await steps(panel, 'skipped').innerText()).toContain(reason);
    await incidents()
      .row(/aks-routing.*3\/16/)
      .waitFor();
  });

  it.each(allThemes)('can read both panels and the tree in the theme %s', async (theme) => {
    await workbench.useTheme(theme);
    for (const [name, panel] of [
      ['alert', alertPanel],
      ['incident', incidentPanel],
    ] as const) {
      const frame = await panel();
      await frame.locator('h1').waitFor();
      await page().mouse.move(900, 500);
      await screenshot(page(), `main-job-${name}-${theme}`);
      expect(await axeViolations(frame)).toEqual([]);
    }
  });

  it('has a whole incident on a large screen', async () => {
    await workbench.useTheme('dark');
    const usual = page().viewportSize();
    await page().setViewportSize({ width: 1680, height: 1260 });
    await widenSideBar(page(), 430);
    const panel = await incidentPanel();
    await panel.getByText('2 of 16 done, 1 skipped').first().waitFor();
    await page().mouse.move(900, 60);
    // This is the picture that the README shows (media/screenshot.png).
    await screenshot(page(), 'readme');
    expect(await panel.getByRole('heading', { name: 'Take action' }).isVisible()).toBe(true);
    await page().setViewportSize(usual ?? { width: 1400, height: 900 });
  });

  it('finds it all again after the window was reloaded', async () => {
    await workbench.reload();
    const panel = await alertPanel();
    await panel.getByText('2 of 3 done, 1 skipped').first().waitFor();
    expect(await steps(panel, 'done').count()).toBe(2);
    expect(await steps(panel, 'skipped').innerText()).toContain(reason);
  });

  it('finds it all again after VS Code was quit and started', async () => {
    await workbench.restart();
    const panel = await incidentPanel();
    await panel.getByText('2 of 16 done, 1 skipped').first().waitFor();
    await openView(page(), container);
    await incidents().row('Incidents').waitFor();
  });

  it('can take a decision back', async () => {
    const panel = await alertPanel();
    await panel.getByRole('button', { name: /^Undo skip/ }).click();
    await panel.getByText('2 of 3 done').first().waitFor();
    expect(await steps(panel, 'toDo').count()).toBe(1);
  });

  it('searches an alert from the palette by the resource it is about', async () => {
    await runCommand(page(), 'Security Incidents: Open Alert…');
    await search(page(), /^Open an alert/, 'psql-reports');
    await expect
      .poll(async () => {
        const found = await pickEntries(page()).allInnerTexts();
        return found.length > 1 && found.every((entry) => entry.includes('psql-reports'));
      })
      .toBe(true);
    const tabs = await editorTabs(page()).count();
    await page().keyboard.press('Enter');
    await expect.poll(() => editorTabs(page()).count()).toBe(tabs + 1);
  });

  it('steps to the next incident from the palette', async () => {
    await incidents().open(incident);
    await incidentPanel();
    const before = await editorTabs(page()).allInnerTexts();
    await runCommand(page(), 'Security Incidents: Next Incident');
    await expect.poll(() => editorTabs(page()).allInnerTexts()).not.toEqual(before);
  });

  it('sees why alerts are one incident, and opens one of them from there', async () => {
    await incidents().open('app-booking');
    const why = (await webviewPanel(page(), 'app-booking')).getByRole('region', { name: 'Why these alerts?' });
    await why.getByText(/alerts within \d+ hours are connected by the resource app-booking/).waitFor();
    await why.scrollIntoViewIfNeeded();
    await screenshot(page(), 'why-these-alerts');
    const link = why.getByRole('button').first();
    const title = await link.innerText();
    await link.click();
    await webviewPanel(page(), title.slice(0, 35));
  });

  it('sees why an alert is in no incident', async () => {
    await runCommand(page(), 'Security Incidents: Open Alert…');
    await search(page(), /^Open an alert/, 'Storage used through an anonymity network');
    await expect.poll(() => pickEntries(page()).count()).toBe(1);
    await page().keyboard.press('Enter');
    const panel = await webviewPanel(page(), 'Storage used through an anonymity');
    const why = panel.locator('details').filter({ hasText: 'Why is this not in an incident?' });
    await why.locator('summary').first().click();
    await expect.poll(() => why.locator('.why-alone p').first().innerText()).not.toBe('');
    await screenshot(page(), 'why-alone');
  });

  it('does it by keyboard alone: from the row to the panel to a ticked step', async () => {
    await incidents().open('psql-reports');
    await webviewPanel(page(), 'psql-reports');
    await incidents().row('psql-reports').focus();
    await page().keyboard.press('Enter');
    const panel = await webviewPanel(page(), 'psql-reports');
    // The first box is one of the runbook.
    const done = panel.locator('li.runbook-step-done');
    const ticked = await done.count();
    for (let presses = 0; presses < 60; presses += 1) {
      await page().keyboard.press('Tab');
      const onBox = await panel.evaluate(`document.activeElement?.tagName === 'VSCODE-CHECKBOX'`);
      if (onBox) break;
    }
    await page().keyboard.press('Space');
    await expect.poll(() => done.count()).toBe(ticked + 1);
  });

  it('meets no error, no blocked script and no notification on the way', async () => {
    const complaints = workbench.complaints().filter((text) => ours.test(text));
    expect(complaints).toEqual([]);
    expect(await page().locator('.notification-toast').count()).toBe(0);
  });
});
