// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { parseWebviewToHost } from '../../src/protocol/webviewToHost.ts';
import { buildComparisonPanelModel } from '../../src/services/viewModels/buildComparisonPanelModel.ts';
import { aHostileAlert } from '../builders/hostileAlert.ts';
import { hostileTexts } from '../builders/hostileText.ts';
import { aPanelContextFor } from '../builders/panelContext.ts';
import type { OpenPanel } from './preview/panelPage.ts';
import { render, sampleMessages } from './preview/samples.ts';
import { usePanels } from './preview/usePanels.ts';

const samples = sampleMessages();

describe('two alerts compared', { timeout: 30_000 }, () => {
  const open = usePanels();

  async function shown(sample: string, width = 1000): Promise<OpenPanel> {
    const panel = await open({ width });
    await panel.send(samples[sample] ?? expect.fail(`There is no sample ${sample}`));
    return panel;
  }

  it('says first whether they are together, and by how many links', async () => {
    const { page } = await shown('comparison');
    await page.getByRole('heading', { level: 1, name: 'Together in one incident' }).waitFor();
    await page.getByText('2 links lead from one to the other.').waitFor();
    expect(await page.getByRole('region', { name: 'How they are linked' }).locator('.why-links > li').count()).toBe(2);
    expect(await page.getByRole('region', { name: 'What both name' }).count()).toBe(0);
  });

  it('says what kept them apart, and what both name all the same', async () => {
    const { page } = await shown('comparisonApart');
    await page.getByRole('heading', { level: 1, name: 'Not together' }).waitFor();
    await page.getByText(/23 hours apart/).waitFor();
    const common = page.getByRole('region', { name: 'What both name' });
    await common.getByText('shop-web-01').waitFor();
    await common.getByText('They name different actors').waitFor();
    expect(await page.getByRole('region', { name: 'How they are linked' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  });

  it('opens either alert, and the incident, by keyboard', async () => {
    const panel = await shown('comparison');
    const asked: unknown[] = [];
    for (const name of ['203.0.113.2 on 3 resources', 'Traffic from an address', 'Files encrypted']) {
      await panel.page.getByRole('button', { name }).first().focus();
      await panel.page.keyboard.press('Enter');
      asked.push(parseWebviewToHost((await panel.posted()).at(-1))?.type);
    }
    expect(asked).toEqual(['openIncident', 'openAlert', 'openAlert']);
  });

  it('has the two beside each other where there is room, and one below the other where not', async () => {
    const tops = async (width: number): Promise<number> => {
      const { page } = await shown('comparison', width);
      const boxes = await page
        .locator('.compared > li')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      return new Set(boxes).size;
    };
    expect([await tops(1000), await tops(420)]).toEqual([1, 2]);
  });

  it('shows hostile words as text', async () => {
    for (const text of hostileTexts.slice(0, 3)) {
      const two = [aHostileAlert(text, 'one'), { ...aHostileAlert(text, 'two'), alertType: 'B' }] as const;
      const panel = await open();
      await panel.send(render(buildComparisonPanelModel(...two, aPanelContextFor(two[0], two)).model));
      expect(await panel.page.locator('main').textContent()).toContain(text);
      expect(await panel.page.locator('main').locator('img, iframe, script').count()).toBe(0);
      expect(await panel.page.evaluate(() => 'pwned' in window)).toBe(false);
    }
  });
});
