import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listing, on, startAzureStandIn, type AzureStandIn } from './harness/azureStandIn.ts';
import { keepFailurePictures } from './harness/failurePicture.ts';
import { pickEntries, runCommand, search } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { incidentsView, openView, tree } from './harness/sideBar.ts';
import { allThemes } from './harness/themes.ts';
import { launchWorkbench, type Workbench } from './harness/workbench.ts';

const container = 'Azure Security Incidents';
/** As the tree calls it, and as the service does. */
const incident = 'Customer data taken from orders';
const title = 'Security incident: customer data taken from orders';
const production = '6f2b9c14-0a51-4e0c-9a57-3c1d7e5b1001';
/** Lists of every subscription but one. */
const otherLists = new RegExp(`^(?!.*${production}).*/alerts$`);
const showArchive = 'Security Incidents: Show Archived Incidents…';

describe('The archive', () => {
  let azure: AzureStandIn;
  let profile: string;
  let workbench: Workbench;
  const page = (): Page => workbench.page();
  const incidents = () => tree(page(), incidentsView);

  /** Everything that is archived on this machine, as it stands there. */
  const archived = async (): Promise<string> => {
    const storage = join(profile, 'user-data', 'User', 'globalStorage');
    const folder = join(storage, 'azure-security-incidents.azure-security-incidents', 'v1', 'archive');
    if (!existsSync(folder)) return '';
    const owners = await readdir(folder);
    const texts = await Promise.all(
      owners.map((owner) => readFile(join(folder, owner, 'incidents.ndjson'), 'utf8').catch(() => '')),
    );
    return texts.join('');
  };

  const openArchive = async (): Promise<void> => {
    await runCommand(page(), showArchive);
    await search(page(), /^Archived incidents/, 'taken from orders');
    await pickEntries(page()).filter({ hasText: title }).first().waitFor();
  };

  beforeAll(async () => {
    azure = await startAzureStandIn();
    profile = await mkdtemp(join(tmpdir(), 'archived-'));
    workbench = await launchWorkbench({
      settings: {
        ...azure.settings,
        'securityIncidents.signIn': 'environment',
        'securityIncidents.archive.enabled': true,
      },
      env: azure.env,
      profileFolder: profile,
    });
    await openView(page(), container);
    await page().mouse.move(900, 500);
  });

  afterAll(async () => {
    await workbench.close();
    await azure.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  keepFailurePictures(page);

  it('takes an incident once its subscriptions were read', async () => {
    await incidents().row(incident).waitFor();
    await expect.poll(archived, { timeout: 30_000 }).toContain(title);
  });

  it('still has the incident when Azure lists its alerts no longer', async () => {
    azure.misbehave(on(otherLists, listing([])));
    await runCommand(page(), 'Security Incidents: Refresh');
    await incidents().row(incident).waitFor({ state: 'detached' });
    for (const theme of allThemes) {
      await workbench.useTheme(theme);
      await openArchive();
      expect(await pickEntries(page()).first().innerText()).toContain("no longer in Azure's list");
      await screenshot(page(), `archive-${theme}`);
      await page().keyboard.press('Escape');
    }
  });

  it('opens the incident as a text, with its alerts and as of when it is', async () => {
    await openArchive();
    // The list is filled anew after what was typed; an Enter before that chooses nothing.
    const chosen = async (): Promise<boolean> => {
      await page().keyboard.press('Enter');
      return page().locator('.quick-input-widget').isHidden();
    };
    await expect.poll(chosen, { interval: 1_000, timeout: 20_000 }).toBe(true);
    const lines = page().locator('.editor-instance .view-lines');
    await lines.getByText('Archived on this machine, as of').first().waitFor();
    await screenshot(page(), 'archive-incident');
    const text = (await lines.innerText()).replaceAll('\u00A0', ' ');
    // Markdown escapes the colon.
    expect(text).toContain('customer data taken from orders');
    expect(text).toContain('## Alerts');
    expect(workbench.complaints()).toEqual([]);
  });
});
