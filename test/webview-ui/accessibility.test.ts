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

/** What axe objects to, one line each; only these rules if any are named. */
async function violationsOf({ page }: OpenPanel, ...rules: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((runOnly) => {
    const { axe: runner } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return runner.run(runOnly.length === 0 ? {} : { runOnly });
  }, rules);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

describe('the panels', { timeout: 30_000 }, () => {
  const open = usePanels();

  it.each(Object.entries(samples))(
    '%s has no axe violation, and enough contrast in every theme',
    async (_, message) => {
      const panel = await open({ theme: 'dark' });
      await panel.send(message);
      expect(await violationsOf(panel)).toEqual([]);
      for (const theme of Object.keys(themes) as ThemeName[]) {
        await panel.useTheme(theme);
        expect(await violationsOf(panel, 'color-contrast'), theme).toEqual([]);
      }
    },
  );

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
