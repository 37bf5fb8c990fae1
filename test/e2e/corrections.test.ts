import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAs } from './harness/dialogs.ts';
import { keepFailurePictures } from './harness/failurePicture.ts';
import { axeViolations } from './harness/axe.ts';
import { runCommand } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { incidentsView, openView, tree, widenSideBar } from './harness/sideBar.ts';
import { allThemes } from './harness/themes.ts';
import { webviewPanel } from './harness/webview.ts';
import { launchWorkbench, type Workbench } from './harness/workbench.ts';

const container = 'Azure Security Incidents';
const incident = 'stcustomsarchive';
const other = 'psql-reports';
const alert = 'Unusually many files deleted';
const merged = /(stcustomsarchive|psql-reports).*7 alerts/;

describe('A person corrects what correlation found', () => {
  let workbench: Workbench;
  let folder: string;
  const page = (): Page => workbench.page();
  const incidents = () => tree(page(), incidentsView);
  const panel = (): Promise<Frame> => webviewPanel(page(), incident);
  const notification = (text: string) => page().locator('.notification-toast').filter({ hasText: text });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'export-'));
    workbench = await launchWorkbench();
    await openView(page(), container);
    await widenSideBar(page(), 480);
    await incidents()
      .row(new RegExp(`${incident}.*4 alerts`))
      .waitFor();
  });

  afterAll(async () => {
    await workbench.close();
    await rm(folder, { recursive: true, force: true });
  });

  keepFailurePictures(page);

  it('removes an alert in the panel, and the tree shows it', async () => {
    await incidents().open(incident);
    const button = (await panel()).getByRole('button', { name: `Remove from incident: ${alert}` });
    await button.first().click();
    await incidents()
      .row(new RegExp(`${incident}.*3 alerts`))
      .waitFor();
    await (await panel()).getByText(`Removed “${alert}”`).waitFor();
    expect(await button.count()).toBe(0);
  });

  it('undoes it where that is offered', async () => {
    const toast = notification('Removed from the incident.');
    await toast.getByRole('button', { name: 'Undo' }).click();
    await incidents()
      .row(new RegExp(`${incident}.*4 alerts`))
      .waitFor();
    await (await panel()).getByRole('region', { name: 'Corrected by hand' }).waitFor({ state: 'detached' });
  });

  it('merges two incidents that are selected in the tree', async () => {
    await incidents().row(incident).click();
    await incidents()
      .row(other)
      .click({ modifiers: ['ControlOrMeta'] });
    await incidents().choose(other, 'Merge Incidents…');
    await incidents().row(merged).waitFor();
    await notification('Merged into one incident.').waitFor();
  });

  it('pins an incident, which then stands first', async () => {
    await incidents().choose(merged, 'Pin Incident');
    await incidents()
      .row(/pinned.*7 alerts/)
      .waitFor();
    const texts = await incidents().texts();
    expect(texts[texts.findIndex((text) => text.startsWith('Incidents')) + 1]).toContain('pinned');
  });

  it('finds all that after the window was reloaded', async () => {
    await workbench.reload();
    await openView(page(), container);
    await incidents()
      .row(/pinned.*7 alerts/)
      .waitFor();
  });

  it('sees in the panel what was corrected, in every theme', async () => {
    await incidents()
      .row(/pinned.*7 alerts/)
      .click();
    const title = await page().locator('.tabs-container .tab.active').innerText();
    const shown = await webviewPanel(page(), title.trim().slice(0, 12));
    const list = shown.getByRole('region', { name: 'Corrected by hand' });
    await list.getByText(/^Put together “.*” and 6 more alerts$/).waitFor();
    await list.scrollIntoViewIfNeeded();
    for (const theme of allThemes) {
      await workbench.useTheme(theme);
      await screenshot(page(), `corrections-${theme}`);
      expect(await axeViolations(shown)).toEqual([]);
    }
  });

  it('exports what was corrected', async () => {
    const file = join(folder, 'ours.json');
    await runCommand(page(), 'Security Incidents: Export Corrections…');
    await saveAs(page(), file);
    await notification('Exported 2 corrections.').waitFor();
    const { corrections } = JSON.parse(await readFile(file, 'utf8')) as { corrections: readonly { kind: string }[] };
    expect(corrections.map(({ kind }) => kind)).toEqual(['merge', 'pin']);
  });

  it('none of which the extension complains about', () => {
    expect(workbench.complaints().filter((text) => /azure-security-incidents|securityIncidents/.test(text))).toEqual(
      [],
    );
  });
});
