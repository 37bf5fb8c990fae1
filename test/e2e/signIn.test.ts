import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificate } from '../arm-server/certificate.ts';
import { applicationId, applicationSecret, nordlicht, threeTenants } from '../arm-server/scenario/threeTenants.ts';
import { startArmServer, type ArmServer } from '../arm-server/startArmServer.ts';
import { fakeAz, type FakeAz } from '../azure/identity/fakeAz.ts';
import { startConnectProxy, type ConnectProxy } from './harness/connectProxy.ts';
import { keepFailurePictures } from './harness/failurePicture.ts';
import { pick, pickEntries, runCommand } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { incidentsView, openView, tree } from './harness/sideBar.ts';
import { launchWorkbench, type Workbench } from './harness/workbench.ts';

const container = 'Azure Security Incidents';
const [arm, login] = ['management.cloud.test', 'login.cloud.test'];
const canary = 'canary-of-the-cli';

describe.skipIf(process.platform === 'win32')('A person signs in behind a proxy', () => {
  let azure: ArmServer;
  let proxy: ConnectProxy;
  let az: FakeAz;
  let folder: string;
  let workbench: Workbench;
  const page = (): Page => workbench.page();
  const incidents = () => tree(page(), incidentsView);

  beforeAll(async () => {
    const certificate = await makeCertificate({ hosts: [arm, login] });
    azure = await startArmServer({ now: Date.now(), certificate, scenario: threeTenants });
    proxy = await startConnectProxy(Number(new URL(azure.origin).port));
    az = await fakeAz(`echo "AADSTS70043: The refresh token has expired. ${canary} Run: az login" >&2; exit 1`);
    folder = await mkdtemp(join(tmpdir(), 'sign-in-'));
    const certificateFile = join(folder, 'certificate.pem');
    await writeFile(certificateFile, certificate.cert);
    workbench = await launchWorkbench({
      settings: {
        'securityIncidents.signIn': 'environment',
        'securityIncidents.cloud': 'custom',
        'securityIncidents.customCloud': {
          resourceManagerEndpoint: `https://${arm}`,
          authorityHost: `https://${login}`,
          portalUrl: 'https://portal.cloud.test',
        },
        'http.proxy': proxy.address,
      },
      env: {
        AZURE_TENANT_ID: nordlicht,
        AZURE_CLIENT_ID: applicationId,
        AZURE_CLIENT_SECRET: applicationSecret,
        NODE_EXTRA_CA_CERTS: certificateFile,
        PATH: process.env['PATH'],
      },
    });
    await openView(page(), container);
    await page().mouse.move(900, 500);
  });

  afterAll(async () => {
    await workbench.close();
    await Promise.all([proxy.close(), azure.close(), az.remove()]);
    await rm(folder, { recursive: true, force: true });
  });

  keepFailurePictures(page);

  it('everything goes through the proxy of the settings, the sign-in too', async () => {
    await incidents().row('Incidents').waitFor();
    expect(new Set(proxy.tunnels)).toEqual(new Set([`${arm}:443`, `${login}:443`]));
    await screenshot(page(), 'sign-in-behind-a-proxy');
  });

  it('chooses as whom to sign in, and keeps what is on the screen when that fails', async () => {
    await runCommand(page(), 'Security Incidents: Sign In…');
    await pickEntries(page()).filter({ hasText: 'Azure CLI' }).waitFor();
    await screenshot(page(), 'sign-in-choices');
    await pick(page(), 'Azure CLI');
    const dialog = page().getByRole('dialog').filter({ hasText: 'Sign-in failed: the sign-in has expired' });
    await dialog.waitFor();
    await screenshot(page(), 'sign-in-failed');
    expect(await dialog.getByRole('button').allInnerTexts()).toEqual(
      expect.arrayContaining(['Copy az Command', 'Diagnose', 'Sign In Differently']),
    );
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await incidents().row('Incidents').count()).toBe(1);
    expect(await page().getByText(canary).count()).toBe(0);
  });

  it('diagnoses the sign-in in a text for a ticket', async () => {
    await runCommand(page(), 'Security Incidents: Diagnose Sign-In');
    const lines = page().locator('.editor-instance .view-lines');
    await lines.getByText('Sign-in of Azure Security Incidents').first().waitFor();
    await screenshot(page(), 'sign-in-diagnosis');
    const text = (await lines.innerText()).replaceAll('\u00a0', ' ');
    expect(text).toContain(`Azure Resource Manager: \`https://${arm}\` – answers (401)`);
    expect(text).toContain(`Tenant \`${nordlicht.slice(0, 8)}...\`: token until`);
    for (const secret of [applicationSecret, applicationId, nordlicht]) expect(text).not.toContain(secret);
  });

  it('names a proxy that refuses', async () => {
    proxy.refuse();
    await runCommand(page(), 'Security Incidents: Refresh');
    // One subscription is throttled.
    await page().locator('.monaco-dialog-box').getByRole('button', { name: 'Read Anyway' }).click();
    await page().locator('.sidebar').getByText('the proxy refused the connection').first().waitFor();
    await screenshot(page(), 'sign-in-proxy-refused');
    // VS Code writes what it says of errors to the console as well.
    expect(workbench.complaints().filter((complaint) => !complaint.startsWith('Sign-in failed'))).toEqual([]);
  });
});
