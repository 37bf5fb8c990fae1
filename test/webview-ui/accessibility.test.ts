// @vitest-environment node
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { OpenPanel } from './preview/panelPage.ts';
import { sampleMessages } from './preview/samples.ts';
import { themes, type ThemeName } from './preview/themes.ts';
import { usePanels } from './preview/usePanels.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const samples = sampleMessages();

async function violationsOf({ page }: OpenPanel): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => {
    const { axe: runner } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    return runner.run();
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

describe('the panels', { timeout: 30_000 }, () => {
  const open = usePanels();

  it.each(
    (Object.keys(themes) as ThemeName[]).flatMap((theme) => Object.keys(samples).map((name) => [name, theme] as const)),
  )('%s in %s has no axe violation', async (name, theme) => {
    const panel = await open({ theme });
    await panel.send(samples[name] ?? { type: 'copied', copyId: 'x' });
    expect(await violationsOf(panel)).toEqual([]);
  });

  it('has no axe violation on a narrow screen while a reason for skipping is asked for', async () => {
    const panel = await open({ width: 420 });
    await panel.send(samples['incident'] ?? { type: 'copied', copyId: 'x' });
    await panel.page
      .getByRole('button', { name: /^Skip…/ })
      .first()
      .click();
    expect(await violationsOf(panel)).toEqual([]);
    const overflow = await panel.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('has one first heading, and headings that do not skip a level', async () => {
    const panel = await open();
    for (const message of Object.values(samples)) {
      await panel.send(message);
      const levels = await panel.page.evaluate(() =>
        [...document.querySelectorAll('h1,h2,h3,h4')].map(({ tagName }) => Number(tagName[1])),
      );
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels.every((level, at) => at === 0 || level <= (levels[at - 1] ?? 0) + 1)).toBe(true);
    }
  });
});
