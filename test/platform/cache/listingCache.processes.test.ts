import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ListingCache } from '../../../src/platform/cache/listingCache.ts';
import { systemPauses } from '../../../src/platform/systemPauses.ts';
import type { CacheNotice } from '../../../src/services/cache/keptListing.ts';
import { anAlert } from '../../builders/alert.ts';
import { aSubscription } from '../../builders/storeState.ts';

const source = (path: string): string => JSON.stringify(new URL(`../../../${path}`, import.meta.url).href);

/** A window that keeps one listing after the other, and tells the number of each that is on disk. */
const writer = `
  import { ListingCache } from ${source('src/platform/cache/listingCache.ts')};
  import { systemPauses } from ${source('src/platform/systemPauses.ts')};
  import { anAlert } from ${source('test/builders/alert.ts')};
  import { aSubscription } from ${source('test/builders/storeState.ts')};
  const clock = { now: () => Date.now() };
  const cache = new ListingCache({ folder: process.argv[1], owner: 'o', clock, pauses: systemPauses, onNotice: () => undefined });
  for (let at = Number(process.argv[2]); ; at += 1) {
    const alerts = Array.from({ length: 300 }, (_, n) => anAlert({ called: at + '-' + n }));
    await cache.keep([{ subscription: aSubscription(), at, skipped: [], alerts }], new Set());
    process.stdout.write(at + '\\n');
  }
`;

it('F47 F48 a window that is killed while it writes leaves the last listing whole, or the one that it was writing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'killed-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const notices: CacheNotice[] = [];
  const onNotice = (notice: CacheNotice): number => notices.push(notice);
  let told = 0;
  for (let round = 0; round < 12; round += 1) {
    told = await killedAfter(folder, told + 1, round * 3);
    const cache = new ListingCache({
      folder,
      owner: 'o',
      clock: { now: () => Date.now() },
      pauses: systemPauses,
      onNotice,
    });
    const [entry] = await cache.entries();
    if (entry === undefined) throw new Error('Nothing was kept');
    const alerts = await cache.alerts(entry);
    expect([told, told + 1]).toContain(entry.at);
    expect(alerts?.map(({ displayName }) => displayName)).toEqual(
      Array.from({ length: 300 }, (_, n) => `Alert ${String(entry.at)}-${String(n)}`),
    );
    told = entry.at;
  }
  expect(notices).toEqual([]);
}, 60_000);

/** A window that tries to keep a listing on a disk that takes no file of more than a few KB; tells what it noticed. */
const cramped = `
  import { ListingCache } from ${source('src/platform/cache/listingCache.ts')};
  import { systemPauses } from ${source('src/platform/systemPauses.ts')};
  import { randomBytes } from 'node:crypto';
  import { anAlert } from ${source('test/builders/alert.ts')};
  import { aSubscription } from ${source('test/builders/storeState.ts')};
  const notices = [];
  const clock = { now: () => Date.now() };
  const cache = new ListingCache({ folder: process.argv[1], owner: 'o', clock, pauses: systemPauses, onNotice: (notice) => notices.push(notice) });
  const alerts = Array.from({ length: 300 }, () => anAlert({ called: randomBytes(400).toString('hex') }));
  const kept = await cache.keep([{ subscription: aSubscription(), at: 2, skipped: [], alerts }], new Set());
  process.stdout.write(JSON.stringify({ isKept: kept !== undefined, notices }));
`;

// Permissions do not stop every user, and limits stop all of them; Windows has none.
it.skipIf(process.platform === 'win32')(
  'F47 a disk that takes no more bytes in the middle of a file is told once, and leaves the last listing whole',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'full-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const notices: CacheNotice[] = [];
    const cache = new ListingCache({
      folder,
      owner: 'o',
      clock: { now: () => Date.now() },
      pauses: systemPauses,
      onNotice: (notice) => notices.push(notice),
    });
    const before = anAlert({ called: 'before' });
    await cache.keep([{ subscription: aSubscription(), at: 1, skipped: [], alerts: [before] }], new Set());
    const files = await readdir(folder);
    const child = spawn(
      'sh',
      [
        '-c',
        'ulimit -f 32; exec "$@"',
        'sh',
        process.execPath,
        '--no-warnings',
        '--input-type=module',
        '-e',
        cramped,
        folder,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await once(child, 'close');
    expect(JSON.parse(output)).toEqual({ isKept: false, notices: [{ kind: 'unwritable', code: 'EFBIG' }] });
    expect(await readdir(folder)).toEqual(files);
    const [entry] = await cache.entries();
    if (entry === undefined) throw new Error('Nothing is kept any more');
    expect(entry.at).toBe(1);
    expect(await cache.alerts(entry)).toEqual([before]);
    expect(notices).toEqual([]);
  },
);

/** Kills a writer some milliseconds after its second listing is on disk. Gives the number of the last one that it told. */
async function killedAfter(folder: string, first: number, milliseconds: number): Promise<number> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--no-warnings', '--input-type=module', '-e', writer, folder, String(first)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  let killing = false;
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (killing || output.split('\n').length < 3) return;
    killing = true;
    setTimeout(() => child.kill('SIGKILL'), milliseconds);
  });
  await once(child, 'close');
  return Number(output.trim().split('\n').at(-1));
}
