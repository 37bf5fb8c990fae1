import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nordlicht } from '../arm-server/scenario/threeTenants.ts';
import { startManagedIdentity, type ManagedIdentity } from '../arm-server/managedIdentity.ts';
import { axeViolations } from './harness/axe.ts';
import { startAzureStandIn, type AzureStandIn } from './harness/azureStandIn.ts';
import { answerDialog, modalDialog, saveAs } from './harness/dialogs.ts';
import { keepFailurePictures } from './harness/failurePicture.ts';
import { pick, pickEntries, runCommand } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { incidentsView, openView, tree } from './harness/sideBar.ts';
import { allThemes } from './harness/themes.ts';
import { webviewPanel } from './harness/webview.ts';
import { launchWorkbench, type Workbench } from './harness/workbench.ts';

const run = promisify(execFile);
const hasAz = (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, 'az')));
const alert = 'Failed SSH password guessing';
/** In pixels. */
const activityBarWidth = 48;
const incident = 'vm-parcel-api-02';
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
    const dialog = modalDialog(page());
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
    await answerDialog(page(), 'Run');
    await frame.getByText('Verified on the resource').scrollIntoViewIfNeeded();
    await screenshot(page(), 'runbook-verified');
    expect(changes()).toEqual([
      expect.stringMatching(/^PUT .*networkSecurityGroups\/vm-parcel-api-02-nsg\/securityRules\//),
    ]);
  });

  it('is stopped when they resolve the incident with mandatory steps open, and goes back', async () => {
    await tree(page(), incidentsView).open(incident);
    await runCommand(page(), 'View: Toggle Panel Visibility');
    await resolve();
    await pickEntries(page()).filter({ hasText: 'Mandatory steps that are open' }).first().waitFor();
    await screenshot(page(), 'response-stopped');
    await pick(page(), 'Go back', '');
    expect(await left()).toBeGreaterThan(0);
    expect(statusChanges()).toEqual([]);
  });

  it('finds the address blocked for the other alert that names it, too', async () => {
    const frame = await whole();
    const blocked = frame
      .locator('.runbook-step')
      .filter({ has: frame.getByText(step, { exact: true }) })
      .filter({ hasText: `For: ${alert}; also SSH password guessed after many failures` });
    expect(await blocked.innerText()).toContain('Verified on the resource');
    await blocked.scrollIntoViewIfNeeded();
    for (const theme of allThemes) {
      await workbench.useTheme(theme);
      await screenshot(page(), `response-contained-${theme}`);
      expect(await axeViolations(await whole())).toEqual([]);
    }
    await workbench.useTheme('dark');
  });

  it('can read the panel where it is narrow', async () => {
    const usual = page().viewportSize() ?? { width: 1400, height: 900 };
    await runCommand(page(), 'View: Toggle Primary Side Bar Visibility');
    await page().setViewportSize({ width: 480 + activityBarWidth, height: usual.height });
    for (const name of ['Runbook', 'Handling', 'Activity']) {
      const region = (await whole()).getByRole('region', { name });
      await region.scrollIntoViewIfNeeded();
      await screenshot(page(), `response-narrow-${name.toLowerCase()}`);
    }
    const overflow = await (await whole()).evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await page().setViewportSize(usual);
    await openView(page(), 'Azure Security Incidents');
  });

  it('finishes the other mandatory steps: runs one, and ticks what was done elsewhere', async () => {
    const frame = await whole();
    for (const phase of ['Eradicate –', 'Recover –', 'Prevent –'])
      await frame.locator('details:not([open]) > summary').filter({ hasText: phase }).click();
    const ports = frame.locator('.runbook-step').filter({ hasText: 'Close management ports to the internet' });
    await ports.getByRole('button', { name: /^Run…/ }).first().click();
    await answerDialog(page(), 'Run');
    await ports.getByText('exit code 0').waitFor();
    await runCommand(page(), 'View: Toggle Panel Visibility');
    const open = (await whole()).locator('.runbook-step-toDo').filter({ hasText: 'Required' });
    for (let count = await open.count(); count > 0; count = await open.count()) {
      await open.getByRole('checkbox').first().click();
      await expect.poll(() => open.count()).toBeLessThan(count);
    }
    expect(await left()).toBe(0);
    await screenshot(page(), 'response-finished');
  });

  it('resolves it, and is asked for no reason any more', async () => {
    await resolve();
    const frame = await whole();
    const activity = frame.getByRole('region', { name: 'Activity' });
    await activity.getByText(/^Resolved \d+ alerts$/).waitFor();
    expect(await activity.getByText('Closed with work left undone').count()).toBe(0);
    expect(statusChanges()).toHaveLength(7);
    await frame.getByText('Resolved', { exact: true }).first().waitFor();
    await screenshot(page(), 'response-resolved');
    await activity.scrollIntoViewIfNeeded();
    await screenshot(page(), 'response-activity');
  });

  it('exports a report that says what was run, how it ended, what was verified, who closed it and when', async () => {
    const file = path.join(folder, 'report.md');
    await (await whole()).getByRole('button', { name: 'Export…' }).click();
    await pick(page(), 'Markdown', '');
    await saveAs(page(), file);
    await page().locator('.notification-toast').filter({ hasText: 'The incident was exported.' }).waitFor();
    const report = await readFile(file, 'utf8');
    const block = report.slice(report.indexOf(`Ran “${step}”`), report.indexOf(`Verified “${step}”`));
    expect(block).toContain('Outcome: exit code 0');
    expect(block).toContain('az network nsg rule create --resource-group=parcel-tracking');
    const who = userInfo().username;
    const when = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d UTC`;
    expect(report).toMatch(new RegExp(`\\*\\*verified\\*\\* · ${who} · ${when} · exit code 0 · as it should be`));
    expect(report).toMatch(new RegExp(`### ${when} · ${who} · Resolved 7 alerts\n\nOutcome: accepted by Azure`));
    expect(report).not.toContain('Closed with work left undone');
  });

  /** The panel of the incident. */
  function whole(): Promise<Frame> {
    return webviewPanel(page(), incident);
  }

  /** Resolves the incident from its panel, and says yes to how many alerts that changes. */
  async function resolve(): Promise<void> {
    await (await whole()).getByRole('button', { name: 'Resolve', exact: true }).click();
    await answerDialog(page(), 'Resolve');
  }

  /** Required steps that are open, as the panel counts them. */
  async function left(): Promise<number> {
    const heading = (await whole()).getByRole('region', { name: 'Runbook' }).getByText(/required left$/);
    return (await heading.count()) === 0 ? 0 : Number(/(\d+) required left/.exec(await heading.innerText())?.[1]);
  }

  /** What reached resources, besides reads. */
  function changes(): readonly string[] {
    return azure
      .requests()
      .filter(({ method, url }) => method !== 'GET' && url.includes('/Microsoft.Network/'))
      .map(({ method, url }) => `${method} ${new URL(url).pathname}`);
  }

  /** Changes of alerts that reached Azure. */
  function statusChanges(): readonly string[] {
    return azure
      .requests()
      .filter(({ method, url }) => method === 'POST' && url.includes('/alerts/'))
      .map(({ url }) => new URL(url).pathname);
  }
});
