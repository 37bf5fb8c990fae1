import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { runCommand } from '../e2e/harness/palette.ts';
import { incidentsView, openView, tree } from '../e2e/harness/sideBar.ts';
import { webviewPanel } from '../e2e/harness/webview.ts';
import { launchWorkbench } from '../e2e/harness/workbench.ts';
import { barePanelButton, barePanelTitle, packageBarePanel } from './barePanel.ts';
import type { BenchRow } from './measure.ts';
import { median, milliseconds } from './measure.ts';

const container = 'Azure Security Incidents';
const incident = 'aks-routing';
const runs = 9;

/** Runs in a panel: waits for its first picture and gives its time in epoch milliseconds. */
const paintedAt = `new Promise((resolve) => {
  const look = () => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    if (paint === undefined) setTimeout(look, 20);
    else resolve(performance.timeOrigin + paint.startTime);
  };
  look();
})`;

/** From the press of the mouse on `target` to the first picture of the panel that it opens. Milliseconds. */
async function openingTime(page: Page, target: Locator, title: string): Promise<number> {
  await target.hover();
  const pressed = Date.now();
  await page.mouse.down();
  await page.mouse.up();
  const frame = await webviewPanel(page, title);
  const painted = await frame.evaluate<number>(paintedAt);
  await runCommand(page, 'View: Close All Editors');
  await page.waitForTimeout(500);
  return painted - pressed;
}

/** The first screen of the incident panel, beside a panel of one heading that is opened in turn with it. */
export async function benchFirstScreen(): Promise<BenchRow> {
  const folder = await mkdtemp(join(tmpdir(), 'bare-'));
  const workbench = await launchWorkbench({ alsoInstall: [await packageBarePanel(folder)] });
  try {
    const page = workbench.page();
    await openView(page, container);
    const row = tree(page, incidentsView).row(incident);
    await row.waitFor();
    const button = page.locator('.statusbar').getByText(barePanelButton, { exact: true });
    const times: number[] = [];
    const floors: number[] = [];
    for (let run = 0; run <= runs; run += 1) {
      const floor = await openingTime(page, button, barePanelTitle);
      const time = await openingTime(page, row, incident);
      // The first opening also loads what VS Code itself needs for any webview.
      if (run === 0) continue;
      floors.push(floor);
      times.push(time);
    }
    const [first, floor] = [median(times), median(floors)];
    return {
      name: 'first screen of the incident panel, wall',
      measured: milliseconds(first),
      beside: `a bare panel in the same VS Code: ${milliseconds(floor)}; ours on top: ${milliseconds(first - floor)}`,
      budget: '≤ 300 ms',
      ok: first <= 300,
    };
  } finally {
    await workbench.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
