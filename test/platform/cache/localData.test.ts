import { mkdtemp, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Alert } from '../../../src/domain/alert.ts';
import type { Ownership } from '../../../src/platform/cache/cacheOwner.ts';
import { LocalData } from '../../../src/platform/cache/localData.ts';
import { systemPauses } from '../../../src/platform/systemPauses.ts';
import type { AlertStore } from '../../../src/services/alertStore.ts';
import type { CacheNotice } from '../../../src/services/cache/keptListing.ts';
import { markedTimes } from '../../../src/services/tree/savedScreen.ts';
import type { StoreState } from '../../../src/services/storeState.ts';
import { TreeModel } from '../../../src/services/treeModel.ts';
import { anAlert, noon, subscriptionA, subscriptionB } from '../../builders/alert.ts';
import { attackStory } from '../../builders/attackStory.ts';
import { aListing, anAlertStore, aSubscription } from '../../builders/storeState.ts';

let folder: string;
let archives: string;
let notices: CacheNotice[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-'));
  archives = await mkdtemp(join(tmpdir(), 'archives-'));
  notices = [];
});

afterEach(async () => {
  expect(notices).toEqual([]);
  await rm(folder, { recursive: true, force: true });
  await rm(archives, { recursive: true, force: true });
});

const ownerOf = (owner: string): Ownership => ({ kind: 'owner', owner });
const nobody: Ownership = { kind: 'nobody' };
const alice = ownerOf('a'.repeat(32));
const bob = ownerOf('b'.repeat(32));

function treeOf(state: StoreState): TreeModel {
  return new TreeModel({
    ...markedTimes,
    state,
    now: 0,
    progressOf: () => undefined,
    isNew: () => false,
    shownRows: () => 0,
  });
}

/** A window with a store of its own; who is signed in can change. */
class Window {
  readonly store: AlertStore = anAlertStore();
  readonly data: LocalData;
  readonly screens: unknown[] = [];
  archive = { enabled: false, maxAge: 730 * 24 * 60 * 60_000, maxSize: 50_000_000 };
  otherAccounts = 0;
  selected: readonly string[] | undefined;
  now: Ownership;

  constructor(atStart: Ownership, now = atStart) {
    this.now = now;
    this.data = new LocalData({
      folder,
      archiveFolder: archives,
      archiveWish: { settings: () => this.archive, onDidChange: () => ({ dispose: () => undefined }) },
      owner: { atStart: () => Promise.resolve(atStart), now: () => Promise.resolve(this.now) },
      store: this.store,
      select: (kept) => kept.filter(({ subscriptionId }) => this.selected?.includes(subscriptionId) ?? true),
      clock: { now: () => Date.now() },
      pauses: systemPauses,
      treeOf,
      onScreen: (screen) => this.screens.push(screen?.rows.map(({ row }) => row.label)),
      onNotice: (notice) => notices.push(notice),
      onOtherAccount: () => {
        this.otherAccounts += 1;
        this.store.apply({ kind: 'cleared', signedOut: false });
      },
    });
    onTestFinished(() => this.data.dispose());
  }

  /** Reads Azure completely, in which each of these subscriptions has these alerts. */
  refresh(subscriptions: Readonly<Record<string, readonly Alert[]>>, at = noon): void {
    const available = Object.keys(subscriptions).map((id) => aSubscription(id));
    this.store.apply({ kind: 'refreshStarted' });
    this.store.apply({ kind: 'subscriptionsListed', available, selected: available });
    for (const [subscriptionId, alerts] of Object.entries(subscriptions)) {
      this.store.apply({ kind: 'alertsListed', subscriptionId, listing: aListing(alerts), at });
    }
    this.store.apply({ kind: 'refreshEnded' });
  }

  get shown(): readonly string[] {
    return [...this.store.state.correlation.alerts.values()].map(({ displayName }) => displayName).toSorted();
  }
}

async function opened(atStart: Ownership = alice, now = atStart): Promise<Window> {
  const window = new Window(atStart, now);
  await window.data.start();
  return window;
}

/** Until the account has been checked, and its alerts are still being read. `ended` settles when they have been. */
async function starting(window: Window): Promise<{ readonly ended: Promise<void> }> {
  const { promise: shown, resolve } = Promise.withResolvers<undefined>();
  const ended = window.data.start(() => setImmediate(resolve, undefined));
  await shown;
  return { ended };
}

const one = anAlert({ called: 'one' });
const two = anAlert({ called: 'two', subscriptionId: subscriptionB });

/** What a window read and left behind. */
async function leftBehind(owner: Ownership, subscriptions = { [subscriptionA]: [one], [subscriptionB]: [two] }) {
  const window = await opened(owner);
  window.refresh(subscriptions);
  await window.data.flush();
  window.data.dispose();
}

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
    const path = join(folder, 'a'.repeat(32));
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

describe('accounts', () => {
  it('see nothing of each other', async () => {
    await leftBehind(alice);
    expect((await opened(bob)).shown).toEqual([]);
    await leftBehind(bob, { [subscriptionA]: [], [subscriptionB]: [two] });
    expect((await opened(alice)).shown).toEqual(['Alert one', 'Alert two']);
    expect((await opened(bob)).shown).toEqual(['Alert two']);
  });

  it('that is not the one of the last time takes its data off the screen', async () => {
    await leftBehind(alice);
    const window = await opened(alice, bob);
    expect([window.otherAccounts, window.shown]).toEqual([1, []]);
    await window.data.reopen();
    expect(window.shown).toEqual([]);
    expect((await opened(alice)).shown).toHaveLength(2);
  });

  it('that is gone leaves nothing behind', async () => {
    await leftBehind(alice);
    const window = await opened(alice, nobody);
    expect([window.otherAccounts, window.shown]).toEqual([1, []]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('that cannot be asked for keeps its data on the screen, and nothing is written meanwhile', async () => {
    await leftBehind(alice);
    const window = await opened(alice, { kind: 'unknown' });
    expect(window.shown).toHaveLength(2);
    window.refresh({ [subscriptionA]: [], [subscriptionB]: [] }, noon + 1);
    await window.data.flush();
    expect((await opened(alice)).shown).toHaveLength(2);
  });

  it('that changed while alerts were read gets nothing written under the old name', async () => {
    const window = await opened(alice);
    window.now = bob;
    window.refresh({ [subscriptionA]: [one] });
    await window.data.flush();
    expect(window.otherAccounts).toBe(1);
    expect((await readdir(folder, { recursive: true })).filter((name) => name.includes('.'))).toEqual([]);
  });

  it('signing out removes the data of this account alone', async () => {
    await leftBehind(alice);
    await leftBehind(bob);
    const window = await opened(alice);
    window.now = nobody;
    window.store.apply({ kind: 'cleared', signedOut: true });
    await window.data.forget();
    expect((await opened(alice)).shown).toEqual([]);
    expect((await opened(bob)).shown).toHaveLength(2);
  });

  it('signing out while its data is being read shows none of it, and removes it', async () => {
    await leftBehind(alice);
    const window = new Window(alice);
    const { ended } = await starting(window);
    window.now = nobody;
    window.store.apply({ kind: 'cleared', signedOut: true });
    await Promise.all([window.data.forget(), ended]);
    expect([window.store.state.phase, window.shown, window.screens.at(-1)]).toEqual(['signedOut', [], undefined]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('that is another while the data of the one before is being read sees none of it', async () => {
    await leftBehind(alice);
    await leftBehind(bob, { [subscriptionA]: [], [subscriptionB]: [two] });
    const window = new Window(alice);
    const { ended } = await starting(window);
    window.now = bob;
    window.store.apply({ kind: 'cleared', signedOut: false });
    const reopened = window.data.reopen();
    await ended;
    expect(window.shown).not.toContain('Alert one');
    await reopened;
    expect(window.shown).toEqual(['Alert two']);
  });

  it('that is another before anything could be read never sees the screen of the one before', async () => {
    await leftBehind(alice);
    const window = new Window(alice, nobody);
    const started = window.data.start();
    await Promise.all([started, window.data.forget()]);
    expect(window.screens.filter((screen) => screen !== undefined)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('clearing removes the data of all accounts, and what is read later is kept again', async () => {
    await leftBehind(alice);
    await leftBehind(bob);
    const window = await opened(alice);
    expect(await window.data.clear()).toBe(true);
    await window.data.flush();
    expect((await opened(bob)).shown).toEqual([]);
    expect((await opened(alice)).shown).toEqual([]);
    window.refresh({ [subscriptionA]: [one] }, Date.now() + 60_000);
    await window.data.flush();
    expect((await opened(alice)).shown).toEqual(['Alert one']);
  });

  it('clearing while alerts are being written waits for that, and leaves nothing', async () => {
    const window = await opened(alice);
    const many = Array.from({ length: 3_000 }, (_, index) => anAlert({ called: String(index) }));
    window.refresh({ [subscriptionA]: many });
    const flushed = window.data.flush();
    while ((await readdir(join(folder, 'a'.repeat(32))).catch(() => [])).length === 0);
    expect(await window.data.clear()).toBe(true);
    await flushed;
    expect(await readdir(folder).catch(() => [])).toEqual([]);
  });

  it('whose data nobody has used for 90 days are forgotten', async () => {
    await leftBehind(alice);
    await mkdir(join(folder, 'c'.repeat(32)));
    await writeFile(join(folder, 'c'.repeat(32), 'index.json'), '');
    const longAgo = Date.now() / 1000 - 91 * 24 * 3600;
    await utimes(join(folder, 'c'.repeat(32), 'index.json'), longAgo, longAgo);
    await opened(alice);
    expect(await readdir(folder)).toEqual(['a'.repeat(32)]);
  });
});

describe('the screen', () => {
  it('is there before the alerts are, and gone once they are', async () => {
    await leftBehind(alice);
    const { screens } = await opened();
    expect(screens).toEqual([['Incidents', 'Alerts'], undefined]);
  });

  it('of another account is not shown, and that of the one before goes', async () => {
    await leftBehind(alice);
    expect((await opened(bob)).screens).toEqual([undefined]);
    expect((await opened(alice, bob)).screens).toEqual([['Incidents', 'Alerts'], undefined]);
  });

  it('is there where the alerts are damaged, until that is known', async () => {
    await leftBehind(alice);
    const path = join(folder, 'a'.repeat(32));
    for (const name of await readdir(path)) if (name.endsWith('.gz')) await writeFile(join(path, name), 'damaged');
    const { screens, shown } = await opened();
    expect([screens.length, screens.at(-1), shown]).toEqual([2, undefined, []]);
    expect(notices.splice(0).map(({ kind }) => kind)).toEqual(['damaged', 'damaged']);
  });

  it('F47 that is damaged is left out, and the alerts are there', async () => {
    await leftBehind(alice);
    await writeFile(join(folder, 'a'.repeat(32), 'screen.json'), '{"__proto__":');
    const { screens, shown } = await opened();
    expect([screens, shown.length]).toEqual([[undefined], 2]);
    expect(notices.splice(0)).toEqual([{ kind: 'damaged', file: 'screen', code: 'checksum' }]);
  });
});

describe('F47 a disk on which listings cannot be written', () => {
  it('keeps the last listing and the screen that belongs to it, and is told once a try', async () => {
    await leftBehind(alice);
    const account = join(folder, 'a'.repeat(32));
    const kept = await readFile(join(account, 'screen.json'), 'utf8');
    const window = await opened();
    const index = join(account, 'index.json');
    await rename(index, join(folder, 'aside'));
    await mkdir(join(index, 'occupied'), { recursive: true });
    window.refresh({ [subscriptionA]: [], [subscriptionB]: [two] }, noon + 1);
    await window.data.flush();
    expect(notices.splice(0).filter(({ kind }) => kind === 'unwritable')).toHaveLength(1);
    expect(await readFile(join(account, 'screen.json'), 'utf8')).toBe(kept);

    await rm(index, { recursive: true });
    await rename(join(folder, 'aside'), index);
    expect((await opened()).shown).toEqual(['Alert one', 'Alert two']);
    await window.data.flush();
    expect(await readFile(join(account, 'screen.json'), 'utf8')).not.toBe(kept);
    expect((await opened()).shown).toEqual(['Alert two']);
    // Looking for what other windows wrote, it found the index unreadable meanwhile.
    expect(notices.splice(0).filter(({ kind }) => kind !== 'unreadable')).toEqual([]);
  });
});

describe('two windows', () => {
  it('see what either of them reads, without asking Azure twice', async () => {
    await leftBehind(alice);
    const [here, there] = [await opened(), await opened()];
    there.refresh({ [subscriptionA]: [one], [subscriptionB]: [two] });
    here.refresh(
      { [subscriptionA]: [], [subscriptionB]: [anAlert({ called: 'new', subscriptionId: subscriptionB })] },
      noon + 1,
    );
    await here.data.flush();
    await vi.waitFor(() => {
      expect(there.shown).toEqual(['Alert new']);
    });
    expect(there.store.state.subscriptions.map(({ health }) => health)).toEqual([
      { kind: 'ok', at: noon + 1 },
      { kind: 'ok', at: noon + 1 },
    ]);
  });

  it('never go back to what was read before', async () => {
    await leftBehind(alice);
    const [here, there] = [await opened(), await opened()];
    there.refresh({ [subscriptionA]: [one], [subscriptionB]: [] }, noon + 2);
    here.refresh({ [subscriptionA]: [], [subscriptionB]: [two] }, noon + 1);
    await here.data.flush();
    await there.data.flush();
    await vi.waitFor(() => {
      expect(here.shown).toEqual(['Alert one']);
    });
    expect(there.shown).toEqual(['Alert one']);
  });

  it('have one that polls; when it rests or ends, the other takes over', async () => {
    const [here, there] = [await opened(), await opened()];
    expect([await here.data.isPoller(), await there.data.isPoller()]).toEqual([true, false]);
    expect(await here.data.isPoller()).toBe(true);
    await here.data.rest();
    expect([await there.data.isPoller(), await here.data.isPoller()]).toEqual([true, false]);
    there.data.dispose();
    await vi.waitFor(async () => {
      expect(await here.data.isPoller()).toBe(true);
    });
  });

  it('of different accounts, or of the sample environment, poll each for itself', async () => {
    expect(await (await opened(alice)).data.isPoller()).toBe(true);
    expect(await (await opened(bob)).data.isPoller()).toBe(true);
    expect(await (await opened(nobody)).data.isPoller()).toBe(true);
    expect(await (await opened(nobody)).data.isPoller()).toBe(true);
  });
});

describe('the archive of incidents', () => {
  const story = attackStory();

  async function archiving(owner: Ownership, alerts: readonly Alert[] = story): Promise<Window> {
    const window = await opened(owner);
    window.archive = { ...window.archive, enabled: true };
    window.refresh({ [subscriptionA]: alerts });
    await window.data.flush();
    return window;
  }

  async function titles(window: Window): Promise<readonly string[] | string | undefined> {
    const reading = await window.data.archived();
    return reading?.kind === 'read' ? [...reading.incidents.values()].map(({ title }) => title) : reading?.kind;
  }

  const stored = (): Promise<string[]> => readdir(archives, { recursive: true });

  it('is not made unless the person wants it', async () => {
    const window = await opened();
    window.refresh({ [subscriptionA]: story });
    await window.data.flush();
    expect(await titles(window)).toEqual([]);
    expect(await stored()).toEqual([]);
  });

  it('holds incidents that are no longer in the list, in the next window too', async () => {
    const window = await archiving(alice);
    const [incident] = window.store.state.correlation.incidents;
    window.refresh({ [subscriptionA]: [] }, noon + 1);
    await window.data.flush();
    expect(window.store.state.correlation.incidents).toEqual([]);
    expect(await titles(window)).toEqual([incident?.title]);
    expect(await titles(await opened(alice))).toEqual([incident?.title]);
  });

  it('is never shown to another account, nor to nobody', async () => {
    await archiving(alice);
    expect(await titles(await opened(bob))).toEqual([]);
    expect(await titles(await opened(nobody))).toBeUndefined();
  });

  it('gets nothing once somebody else is signed in', async () => {
    const window = await opened(alice);
    window.archive = { ...window.archive, enabled: true };
    window.refresh({ [subscriptionA]: story });
    window.now = bob;
    await window.data.flush();
    expect(await stored()).toEqual([]);
  });

  it('outlives a sign-out and clearing of alerts', async () => {
    const window = await archiving(alice);
    await window.data.clear();
    await window.data.forget();
    expect(await titles(await opened(alice))).toHaveLength(1);
  });

  it('is removed for all accounts when it is cleared, and holds then what is read from now on', async () => {
    await archiving(bob);
    const window = await archiving(alice);
    expect(await window.data.clearArchive()).toBe(true);
    await window.data.flush();
    expect(await readdir(archives).catch(() => [])).toEqual([]);
    window.refresh({ [subscriptionA]: story }, Date.now() + 1);
    await window.data.flush();
    expect(await titles(window)).toHaveLength(1);
  });

  it('is not written when a refresh finds nothing new', async () => {
    const window = await archiving(alice);
    const path = join(archives, 'a'.repeat(32), 'incidents.ndjson');
    const { ino } = await stat(path);
    window.refresh({ [subscriptionA]: story.map((alert) => ({ ...alert })) }, noon + 1);
    await window.data.flush();
    expect((await stat(path)).ino).toBe(ino);
  });

  it('of another account goes when everything in it is older than the limit', async () => {
    await archiving(bob);
    const longAgo = (Date.now() - 731 * 24 * 60 * 60_000) / 1000;
    await utimes(join(archives, 'b'.repeat(32), 'incidents.ndjson'), longAgo, longAgo);
    await opened(alice);
    expect(await readdir(archives)).toEqual([]);
  });
});
