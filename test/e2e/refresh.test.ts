import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AlertRow, AzureStandIn } from './harness/azureStandIn.ts';
import { listing, on, startAzureStandIn } from './harness/azureStandIn.ts';
import { keepFailurePictures } from './harness/failurePicture.ts';
import { pickEntries, runCommand, search } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { incidentsView, openView, tree } from './harness/sideBar.ts';
import { webviewPanel } from './harness/webview.ts';
import { launchWorkbench } from './harness/workbench.ts';
import type { Workbench } from './harness/workbench.ts';

const container = 'Azure Security Incidents';
const production = { id: '6f2b9c14-0a51-4e0c-9a57-3c1d7e5b1001', tenant: '3d1f5a70-64c2-4f0b-8f59-1f6d2c9ab001' };
const productionAlerts = new RegExp(`/subscriptions/${production.id}/.*/alerts$`);

const incident = 'aks-routing';
const member = 'Container image of a currency miner';
const news = 'Stranger at the gate';

/** The same list with one open high-severity alert more, on a resource that nothing else is about. */
function withNews(rows: readonly AlertRow[]): readonly AlertRow[] {
  const [row] = rows.filter(({ properties }) => properties['isIncident'] !== true);
  if (row === undefined) throw new Error('The subscription has no alerts.');
  const name = '2516000000000000000_00000000-1111-4222-8333-444444444444';
  const id = String(row['id']).replace(/[^/]+$/, name);
  const machine = `/subscriptions/${production.id}/resourceGroups/gate/providers/Microsoft.Compute/virtualMachines/gate-01`;
  const properties = {
    ...row.properties,
    alertDisplayName: news,
    alertUri: undefined,
    systemAlertId: name,
    severity: 'High',
    status: 'Active',
    compromisedEntity: 'gate-01',
    resourceIdentifiers: [{ type: 'AzureResource', azureResourceId: machine }],
    entities: [],
  };
  return [{ ...row, id, name, properties }, ...rows];
}

describe('A refresh', () => {
  let azure: AzureStandIn;
  let workbench: Workbench;
  const page = (): Page => workbench.page();
  const incidents = () => tree(page(), incidentsView);

  /** Refreshes, and waits for the lists to be asked for and drawn. */
  const refresh = async (): Promise<void> => {
    const listed = (): number =>
      azure.requests().filter(({ url }) => productionAlerts.test(new URL(url).pathname)).length;
    const before = listed();
    await runCommand(page(), 'Security Incidents: Refresh');
    await expect.poll(listed, { timeout: 20_000 }).toBeGreaterThan(before);
    await page().locator('.sidebar [aria-label^="Cancel Refresh"]').first().waitFor({ state: 'hidden' });
  };
  const badge = async (): Promise<number> => {
    const texts = await page().locator('.activitybar .badge-content').allInnerTexts();
    return Number(texts.find((text) => text !== ''));
  };
  const expectPlaceKept = async (): Promise<void> => {
    expect(await incidents().row(incident).getAttribute('aria-expanded')).toBe('true');
    expect(await incidents().row(member).getAttribute('aria-selected')).toBe('true');
  };

  beforeAll(async () => {
    azure = await startAzureStandIn();
    workbench = await launchWorkbench({
      settings: { 'securityIncidents.signIn': 'environment', ...azure.settings },
      env: azure.env,
    });
    await openView(page(), container);
    // Rows move while subscriptions arrive: wait for the last.
    await incidents().row('2 of 5 subscriptions not read').waitFor();
    await page().mouse.move(900, 500);
    await incidents().expand(incident);
    await incidents().open(member);
    // A panel that is still opening would take the keys of the next command.
    await webviewPanel(page(), member);
    await incidents().row(member).click();
  });

  afterAll(async () => {
    await workbench.close();
    await azure.close();
  });

  keepFailurePictures(page);

  it('keeps what is expanded and selected when Azure says the same again', async () => {
    await refresh();
    await expectPlaceKept();
  });

  it('keeps it when the list has changed, and counts only what is new', async () => {
    // VS Code shows a clock in its place while something is under way.
    await expect.poll(badge).not.toBeNaN();
    const before = await badge();
    const rows = await azure.alertsOf(production.id, production.tenant);
    azure.misbehave(on(productionAlerts, listing(withNews(rows))));
    await refresh();
    await expect.poll(badge).toBe(before + 1);
    await expectPlaceKept();
    await incidents().expand(/^High\d/);
    await incidents().open(news);
    await webviewPanel(page(), news);
    await expect.poll(badge).toBe(before);
    azure.misbehave();
    await refresh();
    await expect.poll(badge).toBe(before);
    await incidents().collapse(/^High\d/);
  });

  it('reads only the selected subscriptions, also after the window was reloaded', async () => {
    await runCommand(page(), 'Security Incidents: Select Subscriptions…');
    await search(page(), /^Type to search by name/, '');
    for (const name of ['Nordlicht Depot Fleet', 'Nordlicht Payroll', 'Harbour Sandbox', 'Harbour Shop']) {
      await pickEntries(page()).filter({ hasText: name }).click();
    }
    await screenshot(page(), 'state-select-subscriptions');
    await page().keyboard.press('Enter');
    const narrowed = async (): Promise<void> => {
      await incidents().row(incident).waitFor();
      // With the two that cannot be read unchecked as well, nothing is missing from the list any more.
      await incidents().row('not read').waitFor({ state: 'detached' });
      expect(await incidents().row('Customer data taken from orders').count()).toBe(0);
    };
    await narrowed();
    await workbench.reload();
    await openView(page(), container);
    await narrowed();
  });

  it('is about the sample environment once that is chosen, with a selection of its own', async () => {
    await runCommand(page(), 'Security Incidents: Use Sample Environment');
    await incidents().row('2 of 5 subscriptions not read').waitFor();
    const before = azure.requests().length;
    await runCommand(page(), 'Security Incidents: Refresh');
    await incidents().row('Customer data taken from orders').waitFor();
    expect(azure.requests().length).toBe(before);
  });
});
