import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChecklistProgress } from '../../src/domain/remediation/stepProgress.ts';
import { ChecklistFileStore } from '../../src/platform/checklistFileStore.ts';
import type { ChecklistNotice } from '../../src/services/checklist.ts';
import { runWriter } from './runWriter.ts';
import { sharedAlert, stepKeyOf } from './writerSteps.ts';

let folder: string;
let notices: ChecklistNotice[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'checklists-'));
  notices = [];
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What a window that opens now knows. */
async function progressNow(): Promise<ChecklistProgress> {
  const onNotice = (notice: ChecklistNotice): number => notices.push(notice);
  const store = new ChecklistFileStore({ folder, clock: { now: () => 0 }, onNotice });
  const progress = await store.load(sharedAlert);
  store.dispose();
  return progress;
}

describe('windows in processes of their own', () => {
  it('lose none of 4 × 200 decisions made at once in four processes', async () => {
    const saved = await Promise.all(['a', 'b', 'c', 'd'].map((name) => runWriter(folder, name, 200)));
    expect(saved).toEqual([200, 200, 200, 200]);
    const progress = await progressNow();
    expect(progress.size).toBe(800);
    for (const name of ['a', 'b', 'c', 'd']) expect(progress.get(stepKeyOf(name, 199))?.by).toBe(name);
    expect(notices).toEqual([]);
  }, 60_000);

  it('never lose what was saved when they are killed while writing', async () => {
    for (let round = 0; round < 5; round += 1) {
      const name = `a${round}`;
      const saved = await runWriter(folder, name, 100_000, 1 + round);
      expect(saved).toBeGreaterThan(0);
      const progress = await progressNow();
      for (let index = 0; index < saved; index += 1) expect(progress.has(stepKeyOf(name, index))).toBe(true);
    }
    expect(notices).toEqual([]);
  }, 60_000);
});
