import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nordlicht } from '../arm-server/scenario/threeTenants.ts';
import { startManagedIdentity, type ManagedIdentity } from '../arm-server/managedIdentity.ts';
import { axeViolations } from './harness/axe.ts';
import { startAzureStandIn, type AzureStandIn } from './harness/azureStandIn.ts';
import { keepFailurePictures } from './harness/failurePicture.ts';
import { pick, runCommand } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { incidentsView, openView, tree } from './harness/sideBar.ts';
import { webviewPanel } from './harness/webview.ts';
import { launchWorkbench, type Workbench } from './harness/workbench.ts';

const run = promisify(execFile);
const hasAz = (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, 'az')));
const alert = 'Failed SSH password guessing';
const step = 'Block the source address in the network security group';

/** The real Azure CLI runs the command, and the resource is changed by what it sends. */
describe.skipIf(!hasAz)('A person contains an attack with the Azure CLI (skipped where there is no az)', () => {
  let azure: AzureStandIn;
  let identity: ManagedIdentity;
  let folder: string;
  let workbench: Workbench;
  const page = (): Page => workbench.page();
  const panel = (): Promise<Frame> => webviewPanel(page(), alert);

  beforeAll(async () => {
    azure = await startAzureStandIn();
    identity = await startManagedIdentity(nordlicht);
    folder = await mkdtemp(path.join(tmpdir(), 'steps-'));
    const env = {
      ...azure.env,
      AZURE_CONFIG_DIR: folder,
      AZURE_CORE_COLLECT_TELEMETRY: 'no',
      REQUESTS_CA_BUNDLE: azure.env['NODE_EXTRA_CA_CERTS'],
      MSI_ENDPOINT: identity.endpoint,
      // Debian's CLI asks for versions of the SDK that Debian does not ship.
      PYTHONPATH: path.resolve(import.meta.dirname, '../remediation/debianAzureCli'),
    };
    const az = (...words: readonly string[]) => run('az', words, { env: { ...process.env, ...env } });
    const roles = ['resource-manager', 'active-directory', 'active-directory-resource-id', 'management'];
    const endpoints = [...roles, 'active-directory-graph-resource-id'].map(
      (role) => `--endpoint-${role}=${azure.origin}`,
    );
    await az('cloud', 'register', '--name', 'local', ...endpoints);
    await az('cloud', 'set', '--name', 'local');
    await az('login', '--identity', '--allow-no-subscriptions');
    workbench = await launchWorkbench({
      settings: { ...azure.settings, 'securityIncidents.signIn': 'environment' },
      env,
    });
    await openView(page(), 'Azure Security Incidents');
    await tree(page(), incidentsView).row('Incidents').waitFor();
  });

  afterAll(async () => {
    await workbench.close();
    await Promise.all([azure.close(), identity.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  keepFailurePictures(page);

  it('finds the step in the runbook of the alert', async () => {
    await runCommand(page(), 'Security Incidents: Open Alert…');
    await pick(page(), alert);
    const frame = await panel();
    await frame.getByRole('region', { name: 'Runbook' }).waitFor();
    await frame.getByText(step, { exact: true }).scrollIntoViewIfNeeded();
    await screenshot(page(), 'runbook');
    expect(await axeViolations(frame)).toEqual([]);
  });

  it('sees the command and what it touches first, and Enter changes nothing', async () => {
    await (await panel()).getByRole('button', { name: `Run… ${step}` }).click();
    const dialog = page().locator('.monaco-dialog-box');
    await dialog.getByText('az network nsg rule create').waitFor();
    for (const part of [
      'Nordlicht Production',
      'networkSecurityGroups',
      'Risk: medium',
      'To undo it: az network nsg rule delete',
    ])
      expect(await dialog.innerText()).toContain(part);
    await screenshot(page(), 'runbook-preview');
    await page().keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(changes()).toEqual([]);
  });

  it('runs it with exit code 0, and sees it verified on the resource', async () => {
    const frame = await panel();
    await frame.getByRole('button', { name: `Run… ${step}` }).click();
    await page().locator('.monaco-dialog-box').getByRole('button', { name: 'Run', exact: true }).click();
    await frame.getByText('Verified on the resource').scrollIntoViewIfNeeded();
    await screenshot(page(), 'runbook-verified');
    expect(changes()).toEqual([
      expect.stringMatching(/^PUT .*networkSecurityGroups\/vm-parcel-api-02-nsg\/securityRules\//),
    ]);
  });

  /** What reached resources, besides reads. */
  function changes(): readonly string[] {
    return azure
      .requests()
      .filter(({ method, url }) => method !== 'GET' && url.includes('/Microsoft.Network/'))
      .map(({ method, url }) => `${method} ${new URL(url).pathname}`);
  }
});
