import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CacheKeeper } from '../../../src/platform/cache/cacheKeeper.ts';
import { ListingCache } from '../../../src/platform/cache/listingCache.ts';
import { systemPauses } from '../../../src/platform/systemPauses.ts';
import type { TenantFailure } from '../../../src/services/ports.ts';
import { anAlert, noon, subscriptionA, subscriptionB } from '../../builders/alert.ts';
import { alice, aMachine, leftBehind, one, opened, treeOf, two, Window } from './localWindow.ts';

const machine = aMachine();

describe('data on this machine', () => {
  it('is on the screen of the next window, as of the time when it was read', async () => {
    await leftBehind(alice);
    const { shown, store } = await opened();
    expect(shown).toEqual(['Alert one', 'Alert two']);
    expect(store.state.subscriptions.map(({ health }) => health)).toEqual([
      { kind: 'restored', at: noon },
      { kind: 'restored', at: noon },
    ]);
  });

  it('stays on the screen as stale when Azure cannot be reached, and is replaced when it can', async () => {
    await leftBehind(alice);
    const window = await opened();
    window.store.apply({ kind: 'refreshStarted' });
    window.store.apply({ kind: 'listingFailed', failure: { kind: 'offline' } });
    window.store.apply({ kind: 'refreshEnded' });
    expect(window.shown).toEqual(['Alert one', 'Alert two']);
    expect(window.store.state.subscriptions[0]?.health).toMatchObject({ kind: 'failed', staleSince: noon });
    window.refresh({ [subscriptionA]: [] }, noon + 1);
    expect(window.shown).toEqual([]);
  });

  it('is of the subscriptions that the person wants to see', async () => {
    await leftBehind(alice);
    const window = new Window(alice);
    window.selected = [subscriptionB];
    await window.data.start();
    expect(window.shown).toEqual(['Alert two']);
  });

  it('is only what was read completely: a failed read changes nothing on disk', async () => {
    await leftBehind(alice);
    const window = await opened();
    window.store.apply({ kind: 'alertsFailed', subscriptionId: subscriptionA, failure: { kind: 'offline' } });
    await window.data.flush();
    expect((await opened()).shown).toEqual(['Alert one', 'Alert two']);
  });

  it('loses the subscriptions that Azure no longer lists, and none while that is not certain', async () => {
    await leftBehind(alice);
    const failing = await opened();
    failing.store.apply({ kind: 'listingFailed', failure: { kind: 'offline' } });
    await failing.data.flush();
    const reading = await opened();
    expect(reading.shown).toHaveLength(2);
    reading.refresh({ [subscriptionA]: [one] }, noon + 1);
    await reading.data.flush();
    expect((await opened()).shown).toEqual(['Alert one']);
  });

  it('is not written again where it says the same', async () => {
    await leftBehind(alice);
    const path = join(machine.folder, 'a'.repeat(32));
    const inodes = async (): Promise<number[]> =>
      Promise.all(
        (await readdir(path))
          .filter((name) => name.endsWith('.gz'))
          .map(async (name) => (await stat(join(path, name))).ino),
      );
    const before = await inodes();
    const window = await opened();
    window.refresh({ [subscriptionA]: [structuredClone(one)], [subscriptionB]: [structuredClone(two)] }, noon + 1);
    await window.data.flush();
    expect(await inodes()).toEqual(before);
    expect((await opened()).store.state.subscriptions[0]?.health).toEqual({ kind: 'restored', at: noon + 1 });
  });
});

describe('F47 a disk on which listings cannot be written', () => {
  it('keeps the last listing and the screen that belongs to it, and is told once a try', async () => {
    await leftBehind(alice);
    const account = join(machine.folder, 'a'.repeat(32));
    const kept = await readFile(join(account, 'screen.json'), 'utf8');
    const window = await opened();
    const index = join(account, 'index.json');
    await rename(index, join(machine.folder, 'aside'));
    await mkdir(join(index, 'occupied'), { recursive: true });
    window.refresh({ [subscriptionA]: [], [subscriptionB]: [two] }, noon + 1);
    await window.data.flush();
    expect(machine.notices.splice(0).filter(({ kind }) => kind === 'unwritable')).toHaveLength(1);
    expect(await readFile(join(account, 'screen.json'), 'utf8')).toBe(kept);

    await rm(index, { recursive: true });
    await rename(join(machine.folder, 'aside'), index);
    expect((await opened()).shown).toEqual(['Alert one', 'Alert two']);
    await window.data.flush();
    expect(await readFile(join(account, 'screen.json'), 'utf8')).not.toBe(kept);
    expect((await opened()).shown).toEqual(['Alert two']);
    // Looking for what other windows wrote, it found the index unreadable meanwhile.
    expect(machine.notices.splice(0).filter(({ kind }) => kind !== 'unreadable')).toEqual([]);
  });
});

describe('what another window has cleared', () => {
  it('is written again once it was read again, also where Azure says the same', async () => {
    await leftBehind(alice);
    const [here, there] = [await opened(), await opened()];
    there.refresh({ [subscriptionA]: [one], [subscriptionB]: [two] }, noon + 1);
    await there.data.flush();
    await here.data.clear();
    await there.data.flush();
    expect((await opened()).shown).toEqual([]);
    there.refresh({ [subscriptionA]: [one], [subscriptionB]: [two] }, noon + 2);
    await there.data.flush();
    expect((await opened()).shown).toEqual(['Alert one', 'Alert two']);
    expect(machine.notices.splice(0).filter(({ kind }) => kind !== 'notWatching')).toEqual([]);
  });
});

describe('what is too large to be kept', () => {
  /** A cache that takes files of some bytes only, and counts what it was asked to write. */
  class CrampedCache extends ListingCache {
    written: number[] = [];

    override keep(...[fresh, gone]: Parameters<ListingCache['keep']>): ReturnType<ListingCache['keep']> {
      this.written.push(fresh.filter((each) => 'alerts' in each).length);
      return super.keep(fresh, gone);
    }
  }

  it('is tried once, and again when it has changed', async () => {
    const clock = { now: () => noon };
    const parts = { clock, pauses: systemPauses };
    const cache = new CrampedCache({
      ...parts,
      folder: join(machine.folder, 'a'.repeat(32)),
      owner: 'somebody',
      onNotice: (notice) => machine.notices.push(notice),
      limits: { packed: 4_000, total: 1_000_000 },
    });
    const window = new Window(alice);
    const { store } = window;
    const isStillOwner = () => Promise.resolve(true);
    const keeper = new CacheKeeper({ ...parts, store, cache, select: (kept) => kept, treeOf, after: 0, isStillOwner });
    onTestFinished(() => keeper.dispose());
    const many = Array.from({ length: 500 }, (_, n) => anAlert({ called: String(n) }));
    for (const at of [noon, noon + 1, noon + 2]) {
      window.refresh({ [subscriptionA]: many, [subscriptionB]: [two] }, at);
      await keeper.flush();
    }
    window.refresh({ [subscriptionA]: many.slice(1), [subscriptionB]: [two] }, noon + 3);
    await keeper.flush();
    expect(cache.written).toEqual([2, 0, 0, 1]);
    expect((await cache.entries()).map(({ subscription }) => subscription.subscriptionId)).toEqual([subscriptionB]);
  });
});

describe('what the window that polls has read', () => {
  const everything = { [subscriptionA]: [one], [subscriptionB]: [two] };
  const minutes = 60_000;

  /** A window that polls and has read, and one that is opened after it. */
  async function following(failedTenants: readonly TenantFailure[] = [], at = Date.now()) {
    const polls = await opened();
    expect(await polls.data.isPoller()).toBe(true);
    polls.refresh(everything, at, failedTenants);
    await polls.data.flush();
    return { polls, window: await opened() };
  }

  it('is taken over as read, with all that the sign-in reaches, and not written again', async () => {
    const { polls, window } = await following();
    const account = join(machine.folder, 'a'.repeat(32));
    const { mtimeMs } = await stat(join(account, 'index.json'));
    expect(await window.data.takeOver(15 * minutes)).toBe(true);
    await window.data.flush();
    expect(window.store.state).toMatchObject({
      phase: 'ready',
      refreshing: false,
      available: polls.store.state.available,
      subscriptions: [{ health: { kind: 'ok' } }, { health: { kind: 'ok' } }],
    });
    expect(window.shown).toEqual(['Alert one', 'Alert two']);
    expect((await stat(join(account, 'index.json'))).mtimeMs).toBe(mtimeMs);
  });

  it('is taken over of the subscriptions that the person wants to see', async () => {
    const { window } = await following();
    window.selected = [subscriptionB];
    expect(await window.data.takeOver(15 * minutes)).toBe(true);
    expect(window.shown).toEqual(['Alert two']);
    expect(window.store.state.available).toHaveLength(2);
  });

  it.each([
    ['is older than that', [], Date.now() - 16 * minutes],
    ['was read in the future, by a wrong clock', [], Date.now() + 5 * minutes],
    ['is not everything', [{ tenantId: 'a tenant', failure: { kind: 'forbidden' } }], Date.now()],
  ] satisfies [string, readonly TenantFailure[], number][])('is not taken over where it %s', async (_, failed, at) => {
    const { window } = await following(failed, at);
    const before = window.store.state;
    expect(await window.data.takeOver(15 * minutes)).toBe(false);
    expect(window.store.state).toBe(before);
  });

  it('is not taken over where no window polls any more', async () => {
    const { polls, window } = await following();
    await polls.data.rest();
    expect(await window.data.takeOver(15 * minutes)).toBe(false);
    expect(await window.data.isPoller()).toBe(true);
    expect(await window.data.takeOver(15 * minutes)).toBe(false);
  });

  it('is not taken over where a file of it is damaged', async () => {
    const { window } = await following();
    const account = join(machine.folder, 'a'.repeat(32));
    await writeFile(join(account, 'reading.json'), 'damaged');
    expect(await window.data.takeOver(15 * minutes)).toBe(false);
  });

  it('is not taken over once this window has signed out', async () => {
    const { window } = await following();
    const taken = window.data.takeOver(15 * minutes);
    window.store.apply({ kind: 'cleared', signedOut: true });
    await window.data.forget();
    expect([await taken, window.store.state.phase]).toEqual([false, 'signedOut']);
  });
});
