import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { threeTenants } from '../arm-server/scenario/threeTenants.ts';
import { startAzureStandIn, type AzureStandIn } from './harness/azureStandIn.ts';
import { keepFailurePictures } from './harness/failurePicture.ts';
import { pickEntries, runCommand, search } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { incidentsView, openView, tree, widenSideBar } from './harness/sideBar.ts';
import { allThemes } from './harness/themes.ts';
import { launchWorkbench, type Workbench } from './harness/workbench.ts';

const container = 'Azure Security Incidents';

describe('A person sees how well each of three tenants could be read', () => {
  let azure: AzureStandIn;
  let workbench: Workbench;
  const page = (): Page => workbench.page();
  const incidents = () => tree(page(), incidentsView);
  const subscriptions = () => tree(page(), 'Subscriptions');
  const viewTitle = (name: string): Locator => page().locator('.sidebar .pane-header').filter({ hasText: name });

  beforeAll(async () => {
    azure = await startAzureStandIn(threeTenants);
    workbench = await launchWorkbench({
      settings: { 'securityIncidents.signIn': 'environment', ...azure.settings },
      env: azure.env,
    });
    await openView(page(), container);
    await widenSideBar(page(), 620);
    await incidents()
      .row(/4 of 8 subscriptions not read/)
      .waitFor();
  });

  afterAll(async () => {
    await workbench.close();
    await azure.close();
  });

  keepFailurePictures(page);

  it('is led from the row above the incidents to the subscriptions', async () => {
    await incidents()
      .row(/4 of 8 subscriptions not read/)
      .click();
    await subscriptions().row('Nordlicht Payroll').waitFor();
    await screenshot(page(), 'subscriptions-and-incidents');
    // VS Code draws only the rows that fit: the rest of this test is about this view alone.
    await viewTitle(incidentsView).click();
    await subscriptions().row('Harbour Retail').waitFor();
    await subscriptions().row('Fjord Ferries').waitFor();
  });

  it.each([
    ['forbidden', /Nordlicht Payroll.*no access: Security Reader is missing/],
    ['throttled', /Harbour Warehouse.*throttled by Azure until \d/],
    [
      'answered by something that is not Azure',
      /Ferries Guest Network.*a proxy or sign-in page answered instead of Azure/,
    ],
    ['not registered', /Harbour Sandbox.*Defender for Cloud is not enabled/],
    ['well', /Ferries Booking.*130 alerts/],
  ])('sees which subscription is %s', async (_, row) => {
    await subscriptions().row(row).waitFor();
  });

  it.each(allThemes)('can read it in the theme %s', async (theme) => {
    await workbench.useTheme(theme);
    await subscriptions().row('Fjord Ferries').waitFor();
    await page().mouse.move(1100, 700);
    await screenshot(page(), `subscriptions-${theme}`);
  });

  it('looks into a subscription: what helps, rights and plans', async () => {
    await workbench.useTheme('dark');
    await subscriptions().expand('Harbour Shop');
    await subscriptions()
      .row(/Your rightsread only: Security Admin is missing/)
      .waitFor();
    await subscriptions()
      .row(/Defender plans12 of 12 plans on/)
      .waitFor();
    await page().mouse.move(1100, 700);
    await screenshot(page(), 'subscriptions-inside');
    await subscriptions().collapse('Harbour Shop');
  });

  it('tries one subscription again, and asks nobody else', async () => {
    const before = azure.requests().length;
    await subscriptions().act('Ferries Guest Network', 'Try Again');
    await expect.poll(() => azure.requests().length).toBeGreaterThan(before);
    await subscriptions()
      .row(/Ferries Guest Network.*a proxy/)
      .waitFor();
    const asked = azure.requests().slice(before);
    expect(asked.filter(({ url }) => !url.includes('d7035e2c-81fb-4a69-96d0-4bc25e7a1007'))).toEqual([]);
  });

  it('is warned before Azure is read again sooner than it asked, and told of a list with rows that name nothing', async () => {
    azure.misbehave(({ url }) =>
      new URL(url).pathname === '/subscriptions'
        ? { kind: 'rewrite', rewrite: (body) => ({ ...body, value: [...(body['value'] as unknown[]), null] }) }
        : undefined,
    );
    await runCommand(page(), 'Security Incidents: Refresh');
    const warning = page().getByRole('dialog').filter({ hasText: 'Azure asked not to be read again before' });
    await screenshot(page(), 'subscriptions-asked-to-wait');
    await warning.getByRole('button', { name: 'Read the Others' }).click();
    await subscriptions()
      .row(/Nordlicht Logistics.*partly listed: 1 row could not be read/)
      .waitFor();
    await screenshot(page(), 'subscriptions-partly-listed');
    await viewTitle(incidentsView).click();
    await widenSideBar(page(), 300);
    await incidents()
      .row(/Subscriptions partly listed/)
      .waitFor();
    await screenshot(page(), 'subscriptions-partly-listed-narrow');
    await viewTitle(incidentsView).click();
    await widenSideBar(page(), 620);
    azure.misbehave();
    await runCommand(page(), 'Security Incidents: Refresh');
    await warning.getByRole('button', { name: 'Read the Others' }).click();
    await subscriptions()
      .row(/partly listed/)
      .waitFor({ state: 'detached' });
  });

  it('hides a subscription, and finds it unchecked among those of its tenant', async () => {
    await subscriptions().choose('Nordlicht Payroll', 'Hide Subscription');
    await viewTitle('Subscriptions').getByText('4 of 7 ok').waitFor();
    await runCommand(page(), 'Security Incidents: Select Subscriptions…');
    await search(page(), /^Type to search by name/, '');
    await pickEntries(page()).filter({ hasText: 'Nordlicht Payroll' }).waitFor();
    await screenshot(page(), 'subscriptions-choose');
    await pickEntries(page()).filter({ hasText: 'Nordlicht Payroll' }).click();
    await page().keyboard.press('Enter');
    await viewTitle('Subscriptions').getByText('4 of 8 ok').waitFor();
  });
});
