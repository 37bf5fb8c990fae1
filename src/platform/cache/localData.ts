import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Subscription } from '../../domain/subscription.ts';
import type { AlertStore } from '../../services/alertStore.ts';
import type { CacheNotice } from '../../services/cache/keptListing.ts';
import type { Clock } from '../../services/ports.ts';
import type { Pauses } from '../../services/slices.ts';
import type { StoreState } from '../../services/storeState.ts';
import type { SavedScreen } from '../../services/tree/savedScreen.ts';
import type { TreeModel } from '../../services/treeModel.ts';
import { errorCode } from '../files/errorCode.ts';
import { watchFolder } from '../files/watchFolder.ts';
import { ArchiveKeeper, type ArchiveWish } from './archiveKeeper.ts';
import { CacheKeeper } from './cacheKeeper.ts';
import type { CacheOwner } from './cacheOwner.ts';
import { archiveName, IncidentArchive, type ArchiveReading } from './incidentArchive.ts';
import { indexName, ListingCache } from './listingCache.ts';
import { PollerLock } from './pollerLock.ts';

export interface LocalDataDependencies {
  /** Folder of its own, for all accounts. */
  readonly folder: string;
  /** Folder of the archive of incidents: not in `folder`, since it outlives what is kept there. */
  readonly archiveFolder: string;
  readonly archiveWish: ArchiveWish;
  readonly owner: Pick<CacheOwner, 'atStart' | 'now'>;
  readonly store: AlertStore;
  /** Of the subscriptions that are kept, those that the person wants to see. */
  readonly select: (kept: readonly Subscription[]) => readonly Subscription[];
  readonly clock: Clock;
  readonly pauses: Pauses;
  /** The tree of a state, with times that can be written anew. */
  readonly treeOf: (state: StoreState) => TreeModel;
  /** What the tree showed last, until its alerts are there; undefined from then on. */
  readonly onScreen: (screen: SavedScreen | undefined) => void;
  readonly onNotice: (notice: CacheNotice) => void;
  /** What is on the screen is not of the account that is signed in now: it has to go, and `reopen` to be called. */
  readonly onOtherAccount: () => void;
}

interface Opened {
  readonly owner: string;
  readonly cache: ListingCache;
  readonly keeper: CacheKeeper;
  readonly lock: PollerLock;
  readonly archive: IncidentArchive;
  readonly archiveKeeper: ArchiveKeeper;
  watcher?: { dispose(): void };
}

/** Azure itself forgets alerts after 90 days: what nobody has read for that long is not kept either. */
const forgottenAfter = 90 * 24 * 60 * 60_000;

/** Alerts on this machine, of whoever is signed in. One account's at a time: the others' are not even opened. */
export class LocalData {
  readonly #dependencies: LocalDataDependencies;
  #opened: Opened | undefined;
  #last: Promise<unknown> = Promise.resolve();
  /** Counts accounts: what was begun for an earlier one shows nothing any more. */
  #era = 0;
  #disposed = false;

  constructor(dependencies: LocalDataDependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * Shows what the account of the last time left, and makes sure that it is still the one. Never rejects.
   * @param onFirstScreen called once, when what can be shown at once is shown.
   */
  start(onFirstScreen: () => void = () => undefined): Promise<void> {
    const era = this.#era;
    return this.#inTurn(async () => {
      const before = await this.#dependencies.owner.atStart();
      if (before.kind === 'owner') await this.#showScreen(before.owner, era);
      onFirstScreen();
      // While alerts are loading: what turns out to be somebody else's is gone before they are there.
      await Promise.all([this.#restore(), this.#verify(era)]);
      await this.#sweep();
    });
  }

  /** After a change of cloud or account, once the store was cleared: shows what is kept for the new one. */
  reopen(): Promise<void> {
    const era = this.#newEra();
    return this.#inTurn(async () => {
      this.#close();
      const now = await this.#dependencies.owner.now();
      if (now.kind === 'owner') await this.#open(now.owner, era);
    });
  }

  /** For signing out: removes what is kept for the account in use, and keeps nothing until `reopen`. */
  forget(): Promise<void> {
    this.#newEra();
    return this.#inTurn(async () => {
      const { cache } = this.#opened ?? {};
      this.#close();
      await cache?.forget();
    });
  }

  /** Removes what is kept for all accounts. What is read from now on is kept again. False when it could not be done. */
  clear(): Promise<boolean> {
    return this.#inTurn(async () => {
      const { owner, cache } = this.#opened ?? {};
      this.#close();
      // In its turn: what is being written at this moment would be there again.
      await cache?.forget();
      const cleared = await this.#remove(this.#dependencies.folder);
      if (owner !== undefined && !this.#disposed) this.#opened = this.#make(owner, this.#dependencies.clock.now());
      return cleared;
    });
  }

  /** The archived incidents of the account in use; undefined where nobody's data may be kept. */
  async archived(): Promise<ArchiveReading | undefined> {
    return this.#opened?.archive.read();
  }

  /** Removes the archives of all accounts; incidents that are read from now on are archived again. False on failure. */
  clearArchive(): Promise<boolean> {
    const era = this.#era;
    return this.#inTurn(async () => {
      const opened = this.#opened;
      opened?.archiveKeeper.dispose();
      await opened?.archive.settled();
      const cleared = await this.#remove(this.#dependencies.archiveFolder);
      const isStillOpen = opened !== undefined && this.#opened === opened && era === this.#era && !this.#disposed;
      if (isStillOpen) {
        this.#opened = { ...opened, ...this.#makeArchive(opened.owner, this.#dependencies.clock.now()) };
      }
      return cleared;
    });
  }

  /**
   * Whether this window is the one of several that reads Azure from time to time; it stays the one until `rest`. Of an
   * account of which nothing is kept, every window is.
   */
  async isPoller(): Promise<boolean> {
    return (await this.#opened?.lock.acquire()) ?? true;
  }

  /** Lets another window read Azure from time to time: nobody can see this one. */
  async rest(): Promise<void> {
    await this.#opened?.lock.release();
  }

  /** Settles when everything that was read is on disk, or could not be written. */
  async flush(): Promise<void> {
    await this.#opened?.keeper.flush();
    await this.#opened?.archiveKeeper.flush();
  }

  dispose(): void {
    this.#disposed = true;
    this.#close();
  }

  async #open(owner: string, era: number): Promise<void> {
    await this.#showScreen(owner, era);
    await this.#restore();
  }

  async #showScreen(owner: string, era: number): Promise<void> {
    if (this.#disposed) return;
    const opened = this.#make(owner, 0);
    this.#opened = opened;
    if (era !== this.#era) stopKeeping(opened);
    const screen = await opened.cache.screen();
    const isCurrent = this.#opened === opened && era === this.#era;
    if (screen !== undefined && isCurrent) this.#dependencies.onScreen(screen);
  }

  /**
   * Ends what is under way for the account until now, at once: it may have thousands of alerts still to read, and the
   * turn of what was asked for comes only after them. Its folder stays open until then, to be forgotten.
   */
  #newEra(): number {
    if (this.#opened !== undefined) stopKeeping(this.#opened);
    if (this.#opened !== undefined && !this.#disposed) this.#dependencies.onScreen(undefined);
    this.#era += 1;
    return this.#era;
  }

  async #restore(): Promise<void> {
    const opened = this.#opened;
    if (opened === undefined) return;
    await opened.keeper.restore();
    await this.#dependencies.store.whenCorrelated();
    if (this.#opened !== opened) return;
    this.#dependencies.onScreen(undefined);
    await this.#watch(opened);
  }

  /** What another window reads is on the screen here, too. */
  async #watch(opened: Opened): Promise<void> {
    const folder = opened.cache.folder;
    const made = await mkdir(folder, { recursive: true, mode: 0o700 }).then(
      () => true,
      () => false,
    );
    if (!made || this.#opened !== opened) return;
    opened.watcher = watchFolder(
      folder,
      (fileName) => fileName === indexName,
      () => void opened.keeper.takeNew(),
      (code) => {
        this.#dependencies.onNotice({ kind: 'notWatching', code });
      },
    );
  }

  async #verify(era: number): Promise<void> {
    const now = await this.#dependencies.owner.now();
    if (now.kind === 'unknown' || era !== this.#era) return;
    if (this.#opened === undefined) {
      if (now.kind === 'owner') await this.#open(now.owner, era);
    } else if (!isOwner(now, this.#opened.owner)) {
      await this.#leave(now.kind === 'nobody');
    }
  }

  /** @param after what was read at that time or before is not written; epoch milliseconds. */
  #make(owner: string, after: number): Opened {
    const { clock, folder, onNotice, pauses, select, store, treeOf } = this.#dependencies;
    const cache = new ListingCache({ folder: join(folder, owner), owner, clock, pauses, onNotice });
    const isStillOwner = (): Promise<boolean> => this.#isStill(owner);
    const keeper = new CacheKeeper({ store, cache, pauses, select, treeOf, after, isStillOwner });
    const lock = new PollerLock(join(folder, owner, 'poller.lock'), clock);
    return { owner, cache, keeper, lock, ...this.#makeArchive(owner, after) };
  }

  #makeArchive(owner: string, after: number): Pick<Opened, 'archive' | 'archiveKeeper'> {
    const { archiveFolder, archiveWish: wish, clock, onNotice, pauses, store } = this.#dependencies;
    const archive = new IncidentArchive({ folder: join(archiveFolder, owner), owner, clock, pauses, onNotice });
    const isStillOwner = (): Promise<boolean> => this.#isStill(owner);
    return { archive, archiveKeeper: new ArchiveKeeper({ store, archive, wish, clock, pauses, after, isStillOwner }) };
  }

  #close(): void {
    if (this.#opened === undefined) return;
    stopKeeping(this.#opened);
    this.#opened.watcher?.dispose();
    void this.#opened.lock.release();
    this.#opened = undefined;
    if (!this.#disposed) this.#dependencies.onScreen(undefined);
  }

  async #isStill(owner: string): Promise<boolean> {
    const now = await this.#dependencies.owner.now();
    if (now.kind === 'owner' && now.owner !== owner && this.#opened?.owner === owner) await this.#leave(false);
    return isOwner(now, owner);
  }

  async #leave(forget: boolean): Promise<void> {
    const { cache } = this.#opened ?? {};
    this.#close();
    if (forget) await cache?.forget();
    if (!this.#disposed) this.#dependencies.onOtherAccount();
  }

  /** Other accounts' data, when nobody has used it for long; of archives, when all that is in them is too old. */
  async #sweep(): Promise<void> {
    const { archiveFolder, archiveWish, folder } = this.#dependencies;
    await this.#sweepFolder(folder, indexName, forgottenAfter);
    await this.#sweepFolder(archiveFolder, archiveName, archiveWish.settings().maxAge);
  }

  async #sweepFolder(folder: string, fileName: string, maxAge: number): Promise<void> {
    for (const name of await readdir(folder).catch(() => [])) {
      if (name === this.#opened?.owner) continue;
      const used = await stat(join(folder, name, fileName)).catch(() =>
        stat(join(folder, name)).catch(() => undefined),
      );
      const isOld = used !== undefined && this.#dependencies.clock.now() - used.mtimeMs > maxAge;
      if (isOld) await this.#remove(join(folder, name));
    }
  }

  async #remove(path: string): Promise<boolean> {
    try {
      await rm(path, { recursive: true, force: true, maxRetries: 5 });
      return true;
    } catch (error) {
      this.#dependencies.onNotice({ kind: 'unwritable', code: errorCode(error) });
      return false;
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

/** What is read from now on is not this account's, or nobody knows whose. */
function stopKeeping({ archiveKeeper, keeper }: Opened): void {
  keeper.dispose();
  archiveKeeper.dispose();
}

function isOwner(ownership: Awaited<ReturnType<CacheOwner['now']>>, owner: string): boolean {
  return ownership.kind === 'owner' && ownership.owner === owner;
}
