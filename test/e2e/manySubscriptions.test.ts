import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../arm-server/scenario/scenario.ts';
import { testResults } from '../host/paths.ts';
import { startAzureStandIn, type AzureStandIn } from './harness/azureStandIn.ts';
import { pickEntries, runCommand } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { incidentsView, openView, tree } from './harness/sideBar.ts';
import { launchWorkbench, type Workbench } from './harness/workbench.ts';

const tenants = 11;
const each = 1_000;
const nth = (n: number): string => String(n).padStart(8, '0');

/** As many subscriptions as a large company has, without alerts: what is looked at is the list. */
const scenario: Scenario = {
  tenants: Array.from({ length: tenants }, (_, tenant) => ({
    tenantId: `${nth(tenant)}-aaaa-4aaa-8aaa-aaaaaaaaaaaa`,
    displayName: `Tenant ${String(tenant + 1)}`,
    subscriptions: Array.from({ length: each }, (_, n) => ({
      subscriptionId: `${nth(tenant * each + n)}-1111-4111-8111-111111111111`,
      displayName: `Subscription ${nth(tenant * each + n)}`,
    })),
  })),
};

describe('A person chooses among 11,000 subscriptions', () => {
  let azure: AzureStandIn;
  let workbench: Workbench;
  const page = (): Page => workbench.page();
  const widget = () => page().locator('.quick-input-widget:visible');
  const input = () => widget().getByPlaceholder(/Type to search/);
  const figures: string[] = [];

  /** How long a person waits for what follows, in milliseconds; for people to read. */
  async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
    const began = performance.now();
    await work();
    figures.push(`${what}: ${(performance.now() - began).toFixed(0)} ms`);
  }

  beforeAll(async () => {
    azure = await startAzureStandIn(scenario);
    workbench = await launchWorkbench({
      settings: { 'securityIncidents.signIn': 'environment', ...azure.settings },
      env: { ...azure.env, AZURE_TENANT_ID: scenario.tenants[0]?.tenantId },
    });
    await openView(page(), 'Azure Security Incidents');
    // Alerts are still being read then, as they are when a person meets the list.
    await tree(page(), incidentsView)
      .row(/of 11,000 subscriptions/)
      .waitFor();
  });

  afterAll(async () => {
    await mkdir(testResults, { recursive: true });
    await writeFile(join(testResults, 'many-subscriptions.txt'), `${figures.join('\n')}\n`);
    console.info(figures.join('\n'));
    await workbench.close();
    await azure.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await screenshot(page(), `failed-${task.name.replaceAll(/\W+/g, '-')}`);
  });

  it('opens the list, finds one by its name and one by its id', async () => {
    await runCommand(page(), 'Security Incidents: Select Subscriptions…');
    await timed('open, after the palette', () =>
      pickEntries(page()).filter({ hasText: 'Subscription 0' }).first().waitFor(),
    );
    await screenshot(page(), 'many-subscriptions');
    for (const [what, text] of [
      ['name', 'Subscription 00009876'],
      ['id', '00004321-1111'],
    ] as const) {
      await timed(`filter by ${what}`, async () => {
        await input().fill(text);
        await pickEntries(page()).filter({ hasText: text }).first().waitFor();
        await expect.poll(() => pickEntries(page()).filter({ hasNotText: text }).count()).toBe(0);
      });
    }
    await screenshot(page(), 'many-subscriptions-found');
    await timed('end the filter', async () => {
      await input().fill('');
      await pickEntries(page()).filter({ hasText: 'Subscription 00000000' }).waitFor();
    });
  });

  it('lets go of all and takes all with one click each', async () => {
    const all = widget().getByRole('checkbox', { name: 'Toggle all checkboxes' });
    const count = widget().locator('.quick-input-count');
    await timed('unselect all', async () => {
      await all.click();
      await count.getByText('0 Selected', { exact: true }).waitFor();
    });
    await timed('select all', async () => {
      await all.click();
      await count.getByText('11001 Selected', { exact: true }).waitFor();
    });
    await timed('confirm', async () => {
      await page().keyboard.press('Enter');
      await widget().waitFor({ state: 'detached' });
    });
    expect(await tree(page(), incidentsView).rows.count(), 'all are still read').toBeGreaterThan(0);
  });
});
