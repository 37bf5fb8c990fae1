import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepFailurePictures } from './harness/failurePicture.ts';
import { axeViolations } from './harness/axe.ts';
import { answerDialog, answerInput, saveAs } from './harness/dialogs.ts';
import { pick, pickEntries } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { incidentsView, openView, tree, widenSideBar } from './harness/sideBar.ts';
import { allThemes } from './harness/themes.ts';
import { webviewPanel } from './harness/webview.ts';
import { launchWorkbench, type Workbench } from './harness/workbench.ts';

const container = 'Azure Security Incidents';
const incident = 'stcustomsarchive';

describe('A person writes down what was done about an incident', () => {
  let workbench: Workbench;
  let folder: string;
  const page = (): Page => workbench.page();
  const incidents = () => tree(page(), incidentsView);
  const panel = (): Promise<Frame> => webviewPanel(page(), incident);
  const activity = async () => (await panel()).getByRole('region', { name: 'Activity' });
  const notification = (text: string) => page().locator('.notification-toast').filter({ hasText: text });

  /** Resolves the incident from its panel, and says yes to how many alerts that changes. */
  async function resolve(): Promise<void> {
    await press('Resolve');
    await answerDialog(page(), 'Resolve');
  }

  async function press(name: string): Promise<void> {
    await (await panel()).getByRole('button', { name, exact: true }).first().click();
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'report-'));
    workbench = await launchWorkbench();
    await openView(page(), container);
    await widenSideBar(page(), 320);
    await incidents().row(new RegExp(incident)).waitFor();
    await incidents().open(incident);
  });

  afterAll(async () => {
    await workbench.close();
    await rm(folder, { recursive: true, force: true });
  });

  keepFailurePictures(page);

  it('finds an empty journal that says what will stand there', async () => {
    await (await activity()).getByText('Nothing was written down yet.').waitFor();
  });

  it('writes a note', async () => {
    await press('Add note…');
    await answerInput(page(), 'The customs team deleted the files on purpose.');
    await (await activity()).getByText('The customs team deleted the files on purpose.').waitFor();
  });

  it('classifies the incident, with a reason', async () => {
    await press('Classify…');
    await pick(page(), 'Benign or informational', '');
    await answerInput(page(), 'A planned clean-up.');
    await (await panel()).getByRole('region', { name: 'Handling' }).getByText('A planned clean-up.').waitFor();
  });

  it('says who owns it', async () => {
    await press('Assign…');
    await answerInput(page(), 'Ada');
    await (await activity()).getByText('Assigned to Ada').waitFor();
  });

  it('finds all that after the window was reloaded, in every theme', async () => {
    await workbench.reload();
    await openView(page(), container);
    await (await activity()).getByText('Assigned to Ada').waitFor();
    const shown = await panel();
    await shown.getByRole('region', { name: 'Handling' }).scrollIntoViewIfNeeded();
    for (const theme of allThemes) {
      await workbench.useTheme(theme);
      await screenshot(page(), `journal-${theme}`);
      expect(await axeViolations(shown)).toEqual([]);
    }
  });

  it('is stopped when they resolve it with mandatory steps open, and goes back', async () => {
    await resolve();
    await pickEntries(page()).filter({ hasText: 'Mandatory steps that are open' }).first().waitFor();
    await screenshot(page(), 'close-gate');
    await pick(page(), 'Go back', '');
    await page().locator('.quick-input-widget:visible').waitFor({ state: 'hidden' });
    expect(await (await activity()).getByText('Closed with work left undone').count()).toBe(0);
  });

  it('resolves it with a reason, which is written down', async () => {
    await resolve();
    await pick(page(), 'Resolve anyway…', '');
    await answerInput(page(), 'The files are restored, and the account is closed.');
    await (await activity()).getByText('Closed with work left undone').waitFor();
    await (await activity()).getByText(/^Resolved \d+ alerts$/).waitFor();
  });

  it('exports the incident with its journal', async () => {
    const file = join(folder, 'report.md');
    await press('Export…');
    await pick(page(), 'Markdown', '');
    await saveAs(page(), file);
    await notification('The incident was exported.').waitFor();
    const text = await readFile(file, 'utf8');
    expect(text).toContain('The customs team deleted the files on purpose\\.');
    expect(text).toContain('Benign or informational');
    expect(text).toContain('Closed with work left undone');
    expect(text).toContain('The files are restored, and the account is closed\\.');
  });

  it('none of which the extension complains about', () => {
    expect(workbench.complaints().filter((text) => /azure-security-incidents|securityIncidents/.test(text))).toEqual(
      [],
    );
  });
});
