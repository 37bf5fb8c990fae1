import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Subscription } from '../../domain/subscription.ts';
import type { AlertStore } from '../../services/alertStore.ts';
import type { CacheNotice } from '../../services/cache/keptListing.ts';
import type { Clock } from '../../services/ports.ts';
import type { Pauses } from '../../services/slices.ts';
import type { StoreState } from '../../services/storeState.ts';
import type { TreeModel } from '../../services/treeModel.ts';
import { watchFolder } from '../files/watchFolder.ts';
import { ArchiveKeeper, type ArchiveWish } from './archiveKeeper.ts';
import { CacheKeeper } from './cacheKeeper.ts';
import { IncidentArchive } from './incidentArchive.ts';
import { indexName, ListingCache } from './listingCache.ts';
import { PollerLock } from './pollerLock.ts';

export interface AccountDataDependencies {
  /** Folder of its own, for all accounts. */
  readonly folder: string;
  /** Folder of the archive of incidents: not in `folder`, since it outlives what is kept there. */
  readonly archiveFolder: string;
  readonly archiveWish: ArchiveWish;
  readonly store: AlertStore;
  /** Of the subscriptions that are kept, those that the person wants to see. */
  readonly select: (kept: readonly Subscription[]) => readonly Subscription[];
  readonly clock: Clock;
  readonly pauses: Pauses;
  /** The tree of a state, with times that can be written anew. */
  readonly treeOf: (state: StoreState) => TreeModel;
  readonly onNotice: (notice: CacheNotice) => void;
}

export interface AccountDataOptions extends AccountDataDependencies {
  /** Whose data it is, as `CacheOwner` names it. */
  readonly owner: string;
  /** False once somebody else is signed in, or nobody: then nothing is written. */
  readonly isStillOwner: () => Promise<boolean>;
}

/** What is kept on this machine of one account, while it is the one in use. Ends with `close`. */
export class AccountData {
  readonly owner: string;
  readonly cache: ListingCache;
  readonly keeper: CacheKeeper;
  readonly lock: PollerLock;
  readonly #options: AccountDataOptions;
  #archive: IncidentArchive;
  #archiveKeeper: ArchiveKeeper;
  #watcher: { dispose(): void } | undefined;
  /** Which folder is watched. */
  #watched: string | undefined;
  #ended = false;

  /** @param after what was read at that time or before is not written; epoch milliseconds. */
  constructor(options: AccountDataOptions, after: number) {
    const { clock, folder, owner, onNotice, pauses } = options;
    this.#options = options;
    this.owner = owner;
    this.cache = new ListingCache({ folder: join(folder, owner), owner, clock, pauses, onNotice });
    this.keeper = new CacheKeeper({ ...options, cache: this.cache, after });
    this.lock = new PollerLock(join(folder, owner, 'poller.lock'), clock);
    [this.#archive, this.#archiveKeeper] = this.#makeArchive(after);
  }

  get archive(): IncidentArchive {
    return this.#archive;
  }

  /** What another window reads is on the screen here, too, from now on. */
  async watch(): Promise<void> {
    const { folder } = this.cache;
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
    const mark = await this.#folderMark();
    if (mark === undefined || this.#ended) return;
    this.#watcher?.dispose();
    this.#watched = mark;
    this.#watcher = watchFolder(
      folder,
      // The folder's own name: it is gone, since another window has cleared everything.
      (fileName) => fileName === indexName || fileName === this.owner,
      () => void this.#look(),
      (code) => {
        this.#options.onNotice({ kind: 'notWatching', code });
      },
    );
  }

  async #look(): Promise<void> {
    // What is watched is a folder, not its name: of one that was made anew nothing would be heard.
    if ((await this.#folderMark()) !== this.#watched) await this.watch();
    await this.keeper.takeNew();
  }

  /** Tells a folder from one that was made in its place: its number alone may be given out again. */
  #folderMark(): Promise<string | undefined> {
    return stat(this.cache.folder, { bigint: true }).then(
      ({ ino, birthtimeNs }) => `${String(ino)} ${String(birthtimeNs)}`,
      () => undefined,
    );
  }

  /** Settles when everything that was read is on disk, or could not be written. */
  async flush(): Promise<void> {
    await this.keeper.flush();
    await this.#archiveKeeper.flush();
  }

  /** Ends the archive for as long as the work lasts, which may remove it. What is read after that is archived again. */
  async withoutArchive<T>(work: () => Promise<T>): Promise<T> {
    this.#archiveKeeper.dispose();
    await this.#archive.settled();
    const result = await work();
    if (!this.#ended) [this.#archive, this.#archiveKeeper] = this.#makeArchive(this.#options.clock.now());
    return result;
  }

  /** What is read from now on is not this account's, or nobody knows whose. */
  stopKeeping(): void {
    this.#ended = true;
    this.keeper.dispose();
    this.#archiveKeeper.dispose();
  }

  close(): void {
    this.stopKeeping();
    this.#watcher?.dispose();
    void this.lock.release();
  }

  #makeArchive(after: number): [IncidentArchive, ArchiveKeeper] {
    const { archiveFolder, archiveWish: wish, owner } = this.#options;
    const archive = new IncidentArchive({ ...this.#options, folder: join(archiveFolder, owner) });
    return [archive, new ArchiveKeeper({ ...this.#options, archive, wish, after })];
  }
}
