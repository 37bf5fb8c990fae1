import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../arm-server/scenario/scenario.ts';
import { applicationSecret, nordlicht } from '../arm-server/scenario/threeTenants.ts';
import { WriteQuotaWindow } from '../arm-server/writeQuotaWindow.ts';
import { startAzureStandIn, type AzureStandIn } from './harness/azureStandIn.ts';
import { keepFailurePictures } from './harness/failurePicture.ts';
import { pick, runCommand } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { incidentsView, openView, tree, widenSideBar } from './harness/sideBar.ts';
import { allThemes } from './harness/themes.ts';
import { webviewPanel } from './harness/webview.ts';
import { launchWorkbench, type Workbench } from './harness/workbench.ts';

const container = 'Azure Security Incidents';
const granted = 6;
const chosen = 12;

const scenario: Scenario = {
  tenants: [
    {
      tenantId: nordlicht,
      displayName: 'Nordlicht Logistics',
      secret: applicationSecret,
      subscriptions: [
        { subscriptionId: '7c1e5d20-44aa-4b1f-9e60-0a1b2c3d4e09', displayName: 'Nordlicht Terminal', alerts: 30 },
      ],
    },
  ],
};

describe('A person dismisses many alerts, and Azure throttles', { timeout: 240_000 }, () => {
  let azure: AzureStandIn;
  let workbench: Workbench;
  const page = (): Page => workbench.page();
  const incidents = () => tree(page(), incidentsView);
  const notification = (text: string | RegExp) => page().locator('.notification-toast').filter({ hasText: text });
  const sent = (action: string): number =>
    azure.requests().filter(({ method, url }) => method === 'POST' && new URL(url).pathname.endsWith(`/${action}`))
      .length;
  const alerts = () => incidents().rows.and(page().locator('[aria-level="3"]'));
  const row = (text: RegExp) => incidents().row(text);

  beforeAll(async () => {
    const quota = new WriteQuotaWindow({ writes: granted, seconds: 50 }, () => Date.now());
    azure = await startAzureStandIn(scenario, quota);
    workbench = await launchWorkbench({
      settings: { 'securityIncidents.signIn': 'environment', ...azure.settings },
      env: azure.env,
    });
    await openView(page(), container);
    await widenSideBar(page(), 520);
    await row(/^Alerts.*30 ·/).waitFor();
  });

  afterAll(async () => {
    await workbench.close();
    await azure.close();
  });

  keepFailurePictures(page);

  it('sees them gone at once, and that Azure asks to wait for the rest', async () => {
    await incidents().expand(/^(High|Medium|Low).*30 ·/);
    await alerts().first().click();
    // A click opens the alert, and its panel takes the focus: the keys go where the person has clicked last.
    await webviewPanel(page(), 'Failed SSH');
    await alerts()
      .nth(chosen - 1)
      .click({ modifiers: ['Shift'] });
    await page().keyboard.press('Alt+Backspace');
    await pick(page(), 'Security test');
    await row(/^Resolved and dismissed.*12 ·/).waitFor();
    await notification(/6 of 12; Azure asks to wait until/).waitFor();
    expect(sent('dismiss')).toBeLessThanOrEqual(granted + 4);
    await incidents().expand(/^Resolved and dismissed/);
    await row(/dismissed \(sending\)/).waitFor();
    for (const theme of allThemes) {
      await workbench.useTheme(theme);
      await screenshot(page(), `status-throttled-${theme}`);
    }
  });

  it('undoes it from the keyboard: what was not sent is called off, and what was done is given back', async () => {
    await alerts()
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    await page().keyboard.press('ControlOrMeta+z');
    await row(/^Alerts.*30 ·/).waitFor();
    await row(/^Resolved and dismissed/).waitFor({ state: 'detached' });
    await notification(/^.*Dismissed 6 of 12 alerts\. 6 were called off before being sent\./).waitFor();
    await notification(/Azure asks to wait until/).waitFor();
    await screenshot(page(), 'status-undoing');
    await notification('Gave the earlier status back to 6 alerts.').waitFor({ timeout: 120_000 });
    expect(sent('activate')).toBeLessThanOrEqual(granted + 4);
    await runCommand(page(), 'Security Incidents: Refresh');
    await page().locator('.sidebar [aria-label^="Cancel Refresh"]').first().waitFor({ state: 'hidden' });
    expect(await row(/^Resolved and dismissed/).count()).toBe(0);
  });

  it('puts two aside until later, sees them by themselves, also after a reload, and wakes them', async () => {
    await incidents().expand(/^(High|Medium|Low).*30 ·/);
    await alerts().nth(2).click();
    await webviewPanel(page(), 'Failed SSH');
    await alerts()
      .nth(3)
      .click({ modifiers: ['Shift'] });
    await page().keyboard.press('Alt+z');
    await pick(page(), 'Until tomorrow morning');
    await row(/^Alerts.*28 ·/).waitFor();
    await incidents().expand(/^Snoozed.*2/);
    await row(/snoozed until/).waitFor();
    for (const theme of allThemes) {
      await workbench.useTheme(theme);
      await screenshot(page(), `status-snoozed-${theme}`);
    }
    await workbench.reload();
    await openView(page(), container);
    await incidents().expand(/^Snoozed.*2/);
    await incidents().act(/snoozed until/, 'Wake Up');
    await row(/^Snoozed.*1/).waitFor();
    await incidents().act(/snoozed until/, 'Wake Up');
    await row(/^Snoozed/).waitFor({ state: 'detached' });
    await row(/^Alerts.*30 ·/).waitFor();
  });

  it('none of which the extension complains about', () => {
    expect(workbench.complaints().filter((text) => /azure-security-incidents|securityIncidents/.test(text))).toEqual(
      [],
    );
  });
});
