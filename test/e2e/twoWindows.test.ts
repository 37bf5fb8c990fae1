import type { Frame, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { incidentsView, openView, tree, welcome } from './harness/sideBar.ts';
import { editorTabs, webviewPanel } from './harness/webview.ts';
import { launchWorkbench } from './harness/workbench.ts';
import type { Workbench } from './harness/workbench.ts';

const container = 'Azure Security Incidents';
const incident = 'aks-routing';

describe('Two windows of one person', () => {
  let workbench: Workbench;
  let first: Page;
  let second: Page;

  const openIncident = async (window: Page): Promise<Frame> => {
    if ((await editorTabs(window).filter({ hasText: incident }).count()) === 0) {
      await openView(window, container);
      await tree(window, incidentsView).open(incident);
    }
    return webviewPanel(window, incident);
  };
  /** Of the service's own steps: those of the runbook are counted apart. */
  const boxes = (panel: Frame): Locator =>
    panel.getByRole('region', { name: 'Take action' }).locator('li.step-toDo').getByRole('checkbox');
  /** The steps that a panel shows as done, without how long ago that was. */
  const done = async (panel: Frame): Promise<readonly string[]> => {
    const texts = await panel.locator('li.step-done').allInnerTexts();
    return texts.map((text) => text.replace(/\s*Done by .*$/s, ''));
  };
  const copied = (): Promise<string> => first.evaluate('navigator.clipboard.readText()');

  beforeAll(async () => {
    workbench = await launchWorkbench();
    first = workbench.page();
    second = await workbench.openAnotherWindow();
    const { origin } = new URL(workbench.server().address);
    await first.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  });

  afterAll(async () => {
    await workbench.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    for (const [index, window] of [first, second].entries()) {
      await screenshot(window, `failed-window-${String(index + 1)}-${task.name.replaceAll(/\W+/g, '-')}`);
    }
  });

  it('a step that is ticked in one shows in the open panel of the other', async () => {
    const [here, there] = [await openIncident(first), await openIncident(second)];
    await boxes(here).first().click();
    const started = Date.now();
    await there.getByText('1 of 16 done').first().waitFor();
    expect(Date.now() - started).toBeLessThan(5_000);
    expect(await done(there)).toEqual(await done(here));
  });

  it('steps that are ticked in both at the same moment are all kept', async () => {
    const [here, there] = [await openIncident(first), await openIncident(second)];
    // From both ends of the list, so that neither meets a step that the other has ticked.
    for (let round = 1; round <= 3; round += 1) {
      await Promise.all([boxes(here).first().click(), boxes(there).last().click()]);
      const summary = `${String(1 + 2 * round)} of 16 done`;
      await Promise.all([here, there].map((panel) => panel.getByText(summary).first().waitFor()));
    }
    const before = await done(here);
    expect(before).toHaveLength(7);
    await Promise.all([first, second].map((window) => workbench.reload(window)));
    for (const window of [first, second]) {
      const panel = await openIncident(window);
      await panel.getByText('7 of 16 done').first().waitFor();
      expect(await done(panel)).toEqual(before);
    }
  });

  it('copies an id and a summary in Markdown', async () => {
    await openView(first, container);
    const incidents = tree(first, incidentsView);
    await incidents.choose(incident, 'Copy ID');
    await expect
      .poll(copied)
      .toMatch(
        /^\/subscriptions\/6f2b9c14[\w-]+\/resourceGroups\/\w+\/providers\/Microsoft\.Security\/locations\/\w+\/alerts\/[\w-]+$/,
      );
    await incidents.choose(incident, 'Copy as Markdown');
    await expect.poll(copied).toMatch(/^## Security incident.*routing taken over$/m);
    const text = await copied();
    expect(text).toContain('- **Severity:** High');
    expect(text).toContain('### Alerts');
    expect(text).toContain('8. ');
  });

  it('asks before it opens the portal, at the address of the incident', async () => {
    await tree(first, incidentsView).choose(incident, 'Open in Azure Portal');
    const dialog = first.locator('.monaco-dialog-box');
    await dialog.getByText('https://portal.azure.com/').first().waitFor();
    await screenshot(first, 'state-open-portal');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('are both signed out when the person signs out in one, and both read again after signing in in the other', async () => {
    for (const window of [first, second]) {
      await openView(window, container);
      await tree(window, incidentsView).row('Incidents').waitFor();
    }
    await runCommand(first, 'Security Incidents: Sign Out');
    const started = Date.now();
    const signedOut = (window: Page): Locator => welcome(window).getByText('Sign in to see');
    await signedOut(second).waitFor();
    expect(Date.now() - started).toBeLessThan(10_000);
    await signedOut(first).waitFor();
    await screenshot(second, 'state-signed-out-in-another-window');
    await runCommand(second, 'Security Incidents: Use Sample Environment');
    for (const window of [second, first]) await tree(window, incidentsView).row('Incidents').waitFor();
    expect(await first.locator('.monaco-dialog-box').count()).toBe(0);
  });
});
