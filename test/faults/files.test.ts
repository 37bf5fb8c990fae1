import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { ListingCache } from '../../src/platform/cache/listingCache.ts';
import { ChecklistFileStore } from '../../src/platform/checklistFileStore.ts';
import { systemPauses } from '../../src/platform/systemPauses.ts';
import type { KeptListing } from '../../src/services/cache/keptListing.ts';
import { viewStatusOf } from '../../src/services/viewStatus.ts';
import { runWriter } from '../platform/runWriter.ts';
import { sharedAlert, stepKeyOf } from '../platform/writerSteps.ts';
import { decided, faulty, steady } from './faultWorld.ts';
import { startProduct, type Product } from './product.ts';
import { faultTrials } from './trial.ts';

const { survives, world } = faultTrials();

let folders: string;
beforeAll(async () => void (folders = await mkdtemp(path.join(tmpdir(), 'damaged-'))));
afterAll(() => rm(folders, { recursive: true, force: true }));

const done = { state: { kind: 'done' }, by: 'ada', at: 1 } as const;

function aWindow(folder: string, notices: unknown[] = []): ChecklistFileStore {
  return new ChecklistFileStore({ folder, clock: { now: () => 1 }, onNotice: (notice) => void notices.push(notice) });
}

function aCache(folder: string, notices: unknown[] = []): ListingCache {
  const clock = { now: () => Date.now() };
  const onNotice = (notice: unknown): void => void notices.push(notice);
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

describe('checklists that are damaged', () => {
  for (const [form, content] of damages) {
    survives(
      `a checklist of which one copy is ${form} loses nothing`,
      {
        fault: `F47 checklist ${form}`,
        spoil: ({ checklists }) => writeFile(path.join(checklists, 'decisions.ndjson'), content),
        outcome: 'healed',
        requests: 2,
        exempt: { I3: 'the fault is that these bytes change; what was recorded is read back instead' },
      },
      async () => {
        const after = aWindow(world().checklists);
        expect((await after.load(decided.alert)).get(decided.step)).toMatchObject({ state: { kind: 'done' } });
        after.dispose();
      },
    );
  }

  survives(
    'a checklist that cannot be written says so, and shows nothing as recorded',
    { fault: 'F47 checklist unwritable', spoil: () => undefined, outcome: 'healed', requests: 2 },
    async () => {
      const [file, notices] = [path.join(folders, 'a-file'), [] as unknown[]];
      await writeFile(file, '');
      const window = aWindow(path.join(file, 'checklists'), notices);
      expect(await window.setStep(decided.alert, decided.step, done)).not.toMatchObject({ kind: 'saved' });
      expect((await window.load(decided.alert)).size).toBe(0);
      expect(notices).toContainEqual(expect.objectContaining({ kind: 'unwritable' }));
      window.dispose();
    },
  );
});

describe('a cache that is damaged', () => {
  for (const [form, content] of damages) {
    const notices: unknown[] = [];
    survives(
      `a cache whose files are ${form} shows nothing false to the next window and takes its refresh`,
      {
        fault: `F47 cache ${form}`,
        spoil: () => undefined,
        async meanwhile({ store }) {
          const folder = await mkdtemp(path.join(folders, 'cache-'));
          await aCache(folder).keep(keptOf({ store }), new Set());
          for (const name of await filesBelow(folder)) await writeFile(name, content);
          const next = startProduct(world(), { selected: [faulty, steady] });
          const cache = aCache(folder, notices);
          next.store.apply({ kind: 'restored', listings: await restoredFrom(cache) });
          expect(next.store.state.subscriptions).toEqual([]);
          expect(viewStatusOf(next.store.state)).toBe('loading');
          await next.refresher.refresh();
          await cache.keep(keptOf(next), new Set());
          expect(await restoredFrom(aCache(folder))).toMatchObject(keptOf(next).map(({ at }) => ({ at })));
          return next;
        },
        outcome: 'healed',
        requests: 2,
      },
      () => {
        expect(notices).toContainEqual(expect.objectContaining({ kind: 'damaged', file: 'index' }));
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      },
    );
  }

  const notices: unknown[] = [];
  survives(
    'a cache that cannot be written says so, and the refresh is none the worse',
    {
      fault: 'F47 cache unwritable',
      spoil: () => undefined,
      async meanwhile(product) {
        const file = path.join(folders, 'another-file');
        await writeFile(file, '');
        await product.refresher.refresh();
        expect(await aCache(path.join(file, 'cache'), notices).keep(keptOf(product), new Set())).toBeUndefined();
        return undefined;
      },
      outcome: 'healed',
      requests: 2,
    },
    () => expect(notices).toContainEqual(expect.objectContaining({ kind: 'unwritable' })),
  );
});

describe('windows that record at the same time', () => {
  const names = ['a', 'b', 'c', 'd'];
  let killed = 0;
  let saved: readonly number[] = [];
  survives(
    'four windows with 200 decisions each lose none, though a fifth is killed meanwhile',
    {
      fault: 'F48',
      spoil: () => undefined,
      async meanwhile({ refresher }, { checklists }) {
        const writers = Promise.all([
          runWriter(checklists, 'e', 100_000, 20),
          ...names.map((name) => runWriter(checklists, name, 200)),
        ]);
        await refresher.refresh();
        [killed = 0, ...saved] = await writers;
        return undefined;
      },
      outcome: 'healed',
      requests: 2,
      within: 60_000,
      exempt: { I3: 'the fault is that these bytes change; every decision is looked for instead' },
    },
    async () => {
      expect(saved).toEqual([200, 200, 200, 200]);
      const window = aWindow(world().checklists);
      const [shared, before] = [await window.load(sharedAlert), await window.load(decided.alert)];
      window.dispose();
      expect(before.has(decided.step)).toBe(true);
      for (const name of names) {
        for (let index = 0; index < 200; index += 1) expect(shared.has(stepKeyOf(name, index))).toBe(true);
      }
      for (let index = 0; index < killed; index += 1) expect(shared.has(stepKeyOf('e', index))).toBe(true);
    },
  );
});

/** What a window would keep of what it has read. */
function keptOf({ store }: Pick<Product, 'store'>): readonly KeptListing[] {
  return store.state.subscriptions.flatMap(({ subscription, alerts, skipped, health }) =>
    health.kind === 'ok' ? [{ subscription, alerts, skipped, at: health.at }] : [],
  );
}

/** What a new window takes from the disk. */
async function restoredFrom(cache: ListingCache): Promise<readonly KeptListing[]> {
  const entries = await cache.entries();
  const listings = await Promise.all(entries.map(async (entry) => ({ ...entry, alerts: await cache.alerts(entry) })));
  return listings.flatMap(({ alerts, ...entry }) => (alerts === undefined ? [] : [{ ...entry, alerts }]));
}

async function filesBelow(parent: string): Promise<readonly string[]> {
  const entries = await readdir(parent, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
