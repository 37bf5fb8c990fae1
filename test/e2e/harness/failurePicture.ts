import type { Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { screenshot } from './screenshot.ts';

/** Keeps what the window shows when a test of this group fails. */
export function keepFailurePictures(page: () => Page): void {
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await screenshot(page(), `failed-${task.name.replaceAll(/\W+/g, '-')}`);
  });
}
