import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { testResults } from '../../host/paths.ts';

/** Keeps what the window shows now as `test-results/<name>.png`, with animations at their end. Returns the file. */
export async function screenshot(page: Page, name: string): Promise<string> {
  await mkdir(testResults, { recursive: true });
  const path = join(testResults, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  return path;
}
