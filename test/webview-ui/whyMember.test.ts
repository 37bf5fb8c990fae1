// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { sampleMessages } from './preview/samples.ts';
import type { OpenPanel } from './preview/panelPage.ts';
import { usePanels } from './preview/usePanels.ts';

const samples = sampleMessages();

describe('why an alert is in its incident', { timeout: 30_000 }, () => {
  const open = usePanels();

  async function shown(sample: string, width: number): Promise<OpenPanel> {
    const panel = await open({ width });
    await panel.send(samples[sample] ?? expect.fail(`There is no sample ${sample}`));
    return panel;
  }

  it('is told on request, by keyboard, as the links that lead to it', async () => {
    const { page } = await shown('member', 480);
    await page.locator('summary', { hasText: 'Why is this in the incident?' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('2 links lead from the first alert of the incident to this one.').waitFor();
    expect(await page.locator('.why-links > li').count()).toBe(2);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('stands before what to do about it, and that before the further facts of the service', async () => {
    const { page } = await shown('alert', 480);
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(headings.slice(1).map((text) => text.trim())).toEqual([
      'General information',
      'Take action',
      'Supporting evidence',
      'Entities',
      'Extended properties',
    ]);
    const tops = await page.locator('.section').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });

  it('leaves the further facts below the general ones where there is room', async () => {
    const { page } = await shown('alert', 1400);
    const lefts = async (name: string): Promise<number | undefined> =>
      (await page.getByRole('region', { name }).boundingBox())?.x;
    expect(await lefts('Extended properties')).toBe(await lefts('General information'));
    expect(await lefts('Take action')).toBeGreaterThan((await lefts('General information')) ?? Infinity);
  });
});
