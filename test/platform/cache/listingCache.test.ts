import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/domain/alert.ts';
import { ListingCache } from '../../../src/platform/cache/listingCache.ts';
import { systemPauses } from '../../../src/platform/systemPauses.ts';
import type { CacheEntry, CacheNotice, KeptListing } from '../../../src/services/cache/keptListing.ts';
import { anAlert, hour, noon, subscriptionA, subscriptionB } from '../../builders/alert.ts';
import { anyAlert } from '../../builders/arbitraryAlert.ts';
import { aSubscription } from '../../builders/storeState.ts';

let parent: string;
let folder: string;
let notices: CacheNotice[];
const nothing: ReadonlySet<string> = new Set();

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cache-'));
  folder = join(parent, 'v1', 'cache', 'owner');
  notices = [];
});

afterEach(async () => {
  await rm(parent, { recursive: true, force: true });
});

function aCache(owner = 'somebody'): ListingCache {
  const clock = { now: () => Date.now() };
  return new ListingCache({ folder, owner, clock, pauses: systemPauses, onNotice: (notice) => notices.push(notice) });
}

function kept(alerts: readonly Alert[], wish: Partial<KeptListing> = {}): KeptListing {
  return { subscription: aSubscription(), at: noon, skipped: [], alerts, ...wish };
}

const shop = (at = noon): KeptListing => kept([anAlert({ called: `of-${String(at)}` })], { at });
const depot = kept([anAlert({ called: 'd', subscriptionId: subscriptionB })], {
  subscription: aSubscription(subscriptionB),
});

/** Everything that a window that opens now finds. */
async function found(owner?: string): Promise<readonly (CacheEntry & { readonly alerts: unknown })[]> {
  const cache = aCache(owner);
  const entries = await cache.entries();
  return Promise.all(entries.map(async (entry) => ({ ...entry, alerts: await cache.alerts(entry) })));
}

const files = async (ending: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.includes(ending));

describe('a cache of listings', () => {
  it('gives back after a restart what was kept, whatever the alerts say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAlert, { maxLength: 40 }), async (alerts) => {
        const skipped = [{ reason: 'noId', index: 3 }] as const;
        await aCache().keep([kept(alerts, { skipped })], nothing);
        const [listing] = await found();
        expect(listing).toMatchObject({ subscription: aSubscription(), at: noon, skipped, count: alerts.length });
        expect(listing?.alerts).toEqual(alerts);
        await rm(folder, { recursive: true });
      }),
      { numRuns: 60 },
    );
    expect(notices).toEqual([]);
  });

  it('knows a subscription without alerts from one of which nothing is kept', async () => {
    await aCache().keep([kept([])], nothing);
    expect(await found()).toMatchObject([{ count: 0, alerts: [] }]);
  });

  it('is for nobody else to read', async () => {
    if (process.platform === 'win32') return;
    await aCache().keep([shop()], nothing);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  });

  it('does not show one account what another one read, even where files were copied', async () => {
    await aCache('somebody').keep([shop()], nothing);
    expect(await found('somebody else')).toEqual([]);
  });

  it('does not hold on to what was read while the clock ran ahead', async () => {
    await aCache().keep([shop(Date.now() + hour)], nothing);
    await aCache().keep([shop(noon)], nothing);
    expect((await found())[0]).toMatchObject({ at: noon });
  });

  it('keeps of each subscription what was read later, whoever writes later', async () => {
    await aCache().keep([shop(noon + hour), depot], nothing);
    await aCache().keep([shop(noon)], nothing);
    expect((await found()).map(({ at, alerts }) => [at, alerts])).toEqual([
      [noon + hour, shop(noon + hour).alerts],
      [noon, depot.alerts],
    ]);
  });

  it('lets go of a subscription, and of the file of its alerts once nobody can be reading it', async () => {
    const cache = aCache();
    await cache.keep([shop(), depot], nothing);
    await cache.keep([], new Set([subscriptionB]));
    expect(await found()).toMatchObject([{ subscription: { subscriptionId: subscriptionA } }]);
    expect(await files('.alerts.gz')).toHaveLength(2);
    const old = Date.now() / 1000 - 3600;
    for (const name of await readdir(folder)) await utimes(join(folder, name), old, old);
    await cache.keep([shop(noon + 1)], nothing);
    expect(await files('.alerts.gz')).toHaveLength(1);
  });

  it('writes no alerts again of which only the time of reading is new', async () => {
    const cache = aCache();
    const [entry] = (await cache.keep([shop()], nothing)) ?? [];
    if (entry === undefined) throw new Error('Nothing was kept');
    const before = await Promise.all((await files('.alerts.gz')).map((name) => stat(join(folder, name))));
    await cache.keep([{ ...entry, at: noon + hour }], nothing);
    expect(await found()).toMatchObject([{ at: noon + hour, alerts: shop().alerts }]);
    const after = await Promise.all((await files('.alerts.gz')).map((name) => stat(join(folder, name))));
    expect(after.map(({ ino, mtimeMs }) => [ino, mtimeMs])).toEqual(before.map(({ ino, mtimeMs }) => [ino, mtimeMs]));
  });

  it('holds nothing after it was told to forget', async () => {
    const cache = aCache();
    await cache.keep([shop()], nothing);
    await cache.forget();
    expect(await readdir(join(folder, '..'))).toEqual([]);
    expect(await found()).toEqual([]);
  });
});

/** What may stand in a file that a disk, a tool or a newer version has spoilt. */
const damages: readonly (readonly [string, (whole: Buffer) => Buffer])[] = [
  ['cut in the middle', (whole) => whole.subarray(0, whole.length >> 1)],
  ['cut before its last byte', (whole) => whole.subarray(0, -1)],
  ['empty', () => Buffer.alloc(0)],
  ['filled with zeros', (whole) => Buffer.alloc(whole.length)],
  ['"[]"', () => Buffer.from('[]')],
  ['with a __proto__', () => Buffer.from('{"__proto__":{"polluted":true},"v":1,"entries":[]}')],
  ['of ten megabytes of x', () => Buffer.alloc(10 * 1024 * 1024, 'x')],
  ['of invalid UTF-8', () => Buffer.from([0xff, 0xfe, 0x80, 0x0a, 0xc0])],
  [
    'with one bit turned',
    (whole) => Buffer.from(whole.map((byte, at) => (at === whole.length >> 1 ? byte ^ 1 : byte))),
  ],
];

describe('F47 corrupt cache', () => {
  it.each(damages)('an index that is %s is put aside and told, and the next refresh is kept', async (_, damage) => {
    await aCache().keep([shop(), depot], nothing);
    const path = join(folder, 'index.json');
    await writeFile(path, damage(await readFile(path)));
    expect(await found()).toEqual([]);
    expect(notices).toEqual([{ kind: 'damaged', file: 'index', code: 'checksum' }]);
    expect(await files('.corrupt-')).toHaveLength(1);
    await aCache().keep([shop()], nothing);
    expect(await found()).toMatchObject([{ alerts: shop().alerts }]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each(damages)('alerts in a file that is %s are left out and told, and the others are there', async (_, damage) => {
    const [entry] = (await aCache().keep([shop()], nothing)) ?? [];
    await aCache().keep([depot], nothing);
    const path = join(folder, entry?.body ?? '');
    await writeFile(path, damage(await readFile(path)));
    expect((await found()).map(({ alerts }) => alerts)).toEqual([undefined, depot.alerts]);
    expect(notices).toMatchObject([{ kind: 'damaged', file: 'alerts' }]);
    expect(await files('.corrupt-')).toHaveLength(1);
    await aCache().keep([shop(noon + 1)], nothing);
    expect((await found()).map(({ at }) => at).toSorted()).toEqual([noon, noon + 1]);
  });

  it('a whole file whose lines are no alerts of this version is left out', async () => {
    const [entry] = (await aCache().keep([shop()], nothing)) ?? [];
    const path = join(folder, entry?.body ?? '');
    const text = gunzipSync(await readFile(path))
      .toString('utf8')
      .replace('"severity":"Medium"', '"severity":"Grave"');
    await writeFile(path, gzipSync(text));
    expect(await found()).toMatchObject([{ alerts: undefined }]);
    expect(notices).toEqual([{ kind: 'damaged', file: 'alerts', code: 'notAnAlert' }]);
  });

  it('an index of a newer version is neither read nor written over', async () => {
    await aCache().keep([shop()], nothing);
    const { createHash } = await import('node:crypto');
    const text = JSON.stringify({ v: 2, whatever: [] });
    const newer = `${createHash('sha256').update(text).digest('hex')}\n${text}\n`;
    await writeFile(join(folder, 'index.json'), newer);
    expect(await found()).toEqual([]);
    expect(await aCache().keep([depot], nothing)).toBeUndefined();
    expect(await readFile(join(folder, 'index.json'), 'utf8')).toBe(newer);
    expect(notices).toEqual([{ kind: 'newer' }, { kind: 'newer' }]);
  });

  it('an index that names a file outside of the folder opens nothing', async () => {
    await writeFile(join(parent, 'secret.alerts.gz'), 'secret');
    const { createHash } = await import('node:crypto');
    await mkdir(folder, { recursive: true });
    const entry = { subscription: aSubscription(), at: noon, count: 1, skipped: [], body: '../../../secret.alerts.gz' };
    const text = JSON.stringify({ v: 1, owner: 'somebody', entries: [entry] });
    await writeFile(join(folder, 'index.json'), `${createHash('sha256').update(text).digest('hex')}\n${text}\n`);
    expect(await found()).toEqual([]);
    expect(notices).toEqual([{ kind: 'damaged', file: 'index', code: 'checksum' }]);
  });

  it('keeps five damaged files at most', async () => {
    for (let round = 0; round < 8; round += 1) {
      await aCache().keep([shop()], nothing);
      await writeFile(join(folder, 'index.json'), `damaged ${String(round)}`);
      await aCache().entries();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(await files('.corrupt-')).toHaveLength(5);
  });
});

describe('F47 disk that cannot be written', () => {
  it('a folder that cannot be made is told, and nothing breaks', async () => {
    await mkdir(join(parent, 'v1'), { recursive: true });
    await writeFile(join(parent, 'v1', 'cache'), 'a file where the folder should be');
    expect(await aCache().keep([shop()], nothing)).toBeUndefined();
    expect(notices.map(({ kind }) => kind)).toEqual(['unwritable']);
    expect(await found()).toEqual([]);
  });

  it('an index that cannot be replaced leaves no temporary files, and what was kept as it was', async () => {
    await aCache().keep([shop()], nothing);
    await rm(join(folder, 'index.json'));
    await mkdir(join(folder, 'index.json', 'occupied'), { recursive: true });
    expect(await aCache().keep([depot], nothing)).toBeUndefined();
    expect(await files('.tmp')).toEqual([]);
    expect(notices.at(-1)?.kind).toBe('unwritable');
  });
});
