import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteTest } from './faultPage.ts';
import { ListingCache } from '../../src/platform/cache/listingCache.ts';
import { ChecklistFileStore } from '../../src/platform/checklistFileStore.ts';
import { systemPauses } from '../../src/platform/systemPauses.ts';
import { anAlert, noon } from '../builders/alert.ts';
import { aSubscription } from '../builders/storeState.ts';
import { runWriter } from '../platform/runWriter.ts';
import { sharedAlert, stepKeyOf } from '../platform/writerSteps.ts';

let folder: string;
let notices: unknown[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'damaged-'));
  notices = [];
});
afterEach(({ task }) => noteTest(task));
afterEach(() => rm(folder, { recursive: true, force: true }));

const onNotice = (notice: unknown): void => void notices.push(notice);

function aWindow(): ChecklistFileStore {
  return new ChecklistFileStore({ folder, clock: { now: () => 1 }, onNotice });
}

function aCache(): ListingCache {
  const clock = { now: () => Date.now() };
  return new ListingCache({ folder, owner: 'somebody', clock, pauses: systemPauses, onNotice });
}

/** What a disk, a crash or another program may leave of a file. */
const damages: readonly [string, string | Buffer][] = [
  ['empty', ''],
  ['full of zeros', Buffer.alloc(4_096)],
  ['no text', Buffer.from([0xff, 0xfe, 0xfd, 0x80])],
  ['an empty list', '[]'],
  ['a prototype', '{"__proto__":{"polluted":true}}'],
  ['cut off', '{"v":1,"steps":{"a":{"do'],
  ['ten megabytes of letters', 'x'.repeat(10_000_000)],
];

describe('files that are damaged', () => {
  it.each(damages)('F47: a checklist of which one copy is %s loses nothing', async (_, content) => {
    const before = aWindow();
    await before.setStep('an-alert', '0123456789abcdef', { state: { kind: 'done' }, by: 'ada', at: 1 });
    before.dispose();
    await writeFile(path.join(folder, 'decisions.ndjson'), content);
    const after = aWindow();
    expect([...(await after.load('an-alert')).values()]).toMatchObject([{ state: { kind: 'done' } }]);
    after.dispose();
  });

  it.each(damages)(
    'F47: a cache whose files are %s shows nothing false and takes the next refresh',
    async (_, content) => {
      const listing = { subscription: aSubscription(), at: noon, skipped: [], alerts: [anAlert()] };
      await aCache().keep([listing], new Set());
      for (const name of await filesBelow(folder)) await writeFile(name, content);
      const after = aCache();
      const entries = await after.entries();
      const alerts = await Promise.all(entries.map((entry) => after.alerts(entry)));
      expect(alerts.filter((each) => each !== undefined)).toEqual([]);
      await after.keep([{ ...listing, at: noon + 1 }], new Set());
      expect((await aCache().entries()).map(({ at }) => at)).toEqual([noon + 1]);
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    },
  );
});

it('F48: four windows with 200 decisions each lose none, though a fifth is killed meanwhile', async () => {
  const names = ['a', 'b', 'c', 'd'];
  const [killed, ...saved] = await Promise.all([
    runWriter(folder, 'e', 100_000, 20),
    ...names.map((name) => runWriter(folder, name, 200)),
  ]);
  expect(saved).toEqual([200, 200, 200, 200]);
  const window = aWindow();
  const progress = await window.load(sharedAlert);
  window.dispose();
  for (const name of names) {
    for (let index = 0; index < 200; index += 1) expect(progress.has(stepKeyOf(name, index))).toBe(true);
  }
  for (let index = 0; index < killed; index += 1) expect(progress.has(stepKeyOf('e', index))).toBe(true);
}, 60_000);

async function filesBelow(parent: string): Promise<readonly string[]> {
  const entries = await readdir(parent, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
