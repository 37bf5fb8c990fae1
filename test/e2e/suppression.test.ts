import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepFailurePictures } from './harness/failurePicture.ts';
import { pick, pickEntries, runCommand } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { incidentsView, openView, tree, widenSideBar } from './harness/sideBar.ts';
import { webviewPanel } from './harness/webview.ts';
import { launchWorkbench, type Workbench } from './harness/workbench.ts';

const alert = 'Unusually many files deleted';

describe('A person keeps a noisy alert from coming back', { timeout: 120_000 }, () => {
  let workbench: Workbench;
  const page = (): Page => workbench.page();
  const incidents = () => tree(page(), incidentsView);
  const title = (text: string) => page().locator('.quick-input-title', { hasText: text });

  beforeAll(async () => {
    workbench = await launchWorkbench();
    await openView(page(), 'Azure Security Incidents');
    await widenSideBar(page(), 480);
    await incidents()
      .row(/stcustomsarchive.*4 alerts/)
      .waitFor();
  });

  afterAll(async () => {
    await workbench.close();
  });

  keepFailurePictures(page);

  it('sees what the rule would have done, and is asked before it is made', async () => {
    await incidents().expand('stcustomsarchive');
    await incidents().open(alert);
    await webviewPanel(page(), alert);
    await runCommand(page(), 'Security Incidents: Create Suppression Rule…');
    await title('which alerts').waitFor();
    await page().keyboard.press('Enter');
    await title('under which conditions').waitFor();
    await page().keyboard.press('Enter');
    await pick(page(), 'False positive');
    await title('Comment').waitFor();
    await page().keyboard.press('Enter');
    await pick(page(), 'In 90 days');
    await title('New suppression rule').waitFor();
    await pickEntries(page()).filter({ hasText: 'Would have dismissed' }).first().waitFor();
    await pickEntries(page()).filter({ hasText: 'It has no conditions' }).waitFor();
    await screenshot(page(), 'suppression-preview');
    await pickEntries(page()).filter({ hasText: 'Create Rule…' }).click();
    const dialog = page().locator('.monaco-dialog-box');
    await dialog.getByText('Would have dismissed').waitFor();
    await screenshot(page(), 'suppression-question');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page().locator('.notification-toast').filter({ hasText: 'The rule was created' }).waitFor();
    expect(await dialog.count()).toBe(0);
  });
});
