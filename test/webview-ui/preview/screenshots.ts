// Draws both panels in every theme and at three widths into test-results/panels, to be looked at.
// Usage: node test/webview-ui/preview/screenshots.ts [theme …]
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserLaunchOptions } from '../../host/browser.ts';
import { projectRoot } from '../../host/paths.ts';
import { hour, noon } from '../../builders/alert.ts';
import { bundleWebview } from './bundle.ts';
import { openPanel } from './panelPage.ts';
import { sampleMessages } from './samples.ts';
import { themes, type ThemeName } from './themes.ts';

const folder = join(projectRoot, 'test-results', 'panels');
const asked = process.argv.slice(2);
const names = (Object.keys(themes) as ThemeName[]).filter((name) => asked.length === 0 || asked.includes(name));

await mkdir(folder, { recursive: true });
const bundle = await bundleWebview();
const browser = await chromium.launch(await browserLaunchOptions());
for (const theme of names) {
  for (const [name, message] of Object.entries(sampleMessages())) {
    for (const width of theme === 'dark' ? [480, 900, 1400] : [1400]) {
      const panel = await openPanel(browser, bundle, { theme, width, now: noon + 2 * hour });
      await panel.send(message);
      await panel.page.evaluate(() => document.fonts.ready);
      const height = await panel.page.evaluate(() => document.documentElement.scrollHeight);
      await panel.page.setViewportSize({ width, height: height + 200 });
      await panel.page.screenshot({ path: join(folder, `${name}-${theme}-${String(width)}.png`), fullPage: true });
      for (const violation of panel.violations) console.error(`${name} ${theme}: ${violation}`);
      await panel.close();
    }
  }
}
await browser.close();
console.log(`Screenshots are in ${folder}; the bundle has ${(bundle.script.length / 1024).toFixed(1)} KB.`);
