import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAzureStandIn, type AzureStandIn } from './harness/azureStandIn.ts';
import { watchFirstSeen } from './harness/firstSeen.ts';
import { keepFailurePictures } from './harness/failurePicture.ts';
import { runCommand } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { incidentsView, openView, tree, welcome } from './harness/sideBar.ts';
import { webviewPanel } from './harness/webview.ts';
import { launchWorkbench, type Workbench } from './harness/workbench.ts';

const container = 'Azure Security Incidents';
const incident = 'Customer data taken from orders';

describe('What was read last', () => {
  let azure: AzureStandIn;
  let profile: string;
  let workbench: Workbench;
  const page = () => workbench.page();
  const rows = () => tree(page(), incidentsView);

  /** Files that are kept for the account, of any account. */
  const kept = async (): Promise<readonly string[]> => {
    const storage = join(profile, 'user-data', 'User', 'globalStorage');
    const cache = join(storage, 'azure-security-incidents.azure-security-incidents', 'v1', 'cache');
    if (!existsSync(cache)) return [];
    const folders = await readdir(cache);
    return (await Promise.all(folders.map((folder) => readdir(join(cache, folder))))).flat();
  };

  beforeAll(async () => {
    azure = await startAzureStandIn();
    profile = await mkdtemp(join(tmpdir(), 'kept-'));
    workbench = await launchWorkbench({
      settings: { ...azure.settings, 'securityIncidents.signIn': 'environment' },
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

  it('is kept on this machine once everything was read', async () => {
    await rows().row(incident).waitFor();
    await expect.poll(kept, { timeout: 30_000 }).toEqual(expect.arrayContaining(['index.json', 'screen.json']));
  });

  it('is still there when the plug was pulled and the window reloaded, as of when it was read', async () => {
    await azure.goOffline();
    const firstSeen = await watchFirstSeen(page(), {
      rows: { selector: `.sidebar [role="tree"][aria-label="${incidentsView}"] .monaco-list-row`, text: incident },
      mark: { selector: '.sidebar .tree-explorer-viewlet-tree-view .message', text: 'As of' },
    });
    // Rows that come first do so about every third time.
    for (let reloads = 1; reloads <= 3; reloads += 1) {
      await workbench.reload();
      await openView(page(), container);
      await rows().row(incident).waitFor();
      if (reloads === 1) await screenshot(page(), 'cache-offline');
      await expect.poll(firstSeen).toHaveProperty('mark');
      const { rows: rowsAt = NaN, mark: markAt = NaN } = await firstSeen();
      expect(markAt, 'rows were on the screen without the mark').toBeLessThanOrEqual(rowsAt);
    }
    expect(await welcome(page()).count()).toBe(0);
    await rows()
      .row(/Offline.*out of date since .*\d+ of \d+ subscriptions not read/)
      .waitFor();
    await screenshot(page(), 'cache-stale');
  });

  it('can be opened and worked with offline', async () => {
    await rows().row(incident).click();
    const frame = await webviewPanel(page(), 'customer data taken');
    await frame.getByText('Take action').first().waitFor();
    await runCommand(page(), 'View: Close All Editors');
  });

  it('F41 is read again by itself once Azure can be reached, without a click', async () => {
    await page()
      .getByText(/Next try at/)
      .waitFor();
    await screenshot(page(), 'cache-next-try');
    await azure.goOnline();
    // The first tries are a minute and two apart.
    await rows()
      .row(/out of date/)
      .waitFor({ state: 'detached', timeout: 150_000 });
    // As ever: no role in one, and no plan in the other.
    await rows()
      .row(/2 of 5 subscriptions not read/)
      .waitFor();
    await screenshot(page(), 'cache-recovered');
  }, 200_000);

  it('is gone from this machine once the person signs out', async () => {
    await runCommand(page(), 'Security Incidents: Sign Out');
    await welcome(page()).getByText('You are signed out').waitFor();
    await expect.poll(kept).toEqual([]);
  });
});
