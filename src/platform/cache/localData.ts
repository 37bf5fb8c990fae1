import { rm } from 'node:fs/promises';
import type { SavedScreen } from '../../services/tree/savedScreen.ts';
import { errorCode } from '../files/errorCode.ts';
import { AccountData, type AccountDataDependencies } from './accountData.ts';
import type { CacheOwner } from './cacheOwner.ts';
import { archiveName, type ArchiveReading } from './incidentArchive.ts';
import { indexName } from './listingCache.ts';
import { unusedData, type UnusedDataOptions } from './unusedData.ts';

export interface LocalDataDependencies extends AccountDataDependencies {
  readonly owner: Pick<CacheOwner, 'atStart' | 'now'>;
  /** What the tree showed last, until its alerts are there; undefined from then on. */
  readonly onScreen: (screen: SavedScreen | undefined) => void;
  /** What is on the screen is not of the account that is signed in now: it has to go, and `reopen` to be called. */
  readonly onOtherAccount: () => void;
}

/** Azure itself forgets alerts after 90 days: what nobody has read for that long is not kept either. */
const forgottenAfter = 90 * 24 * 60 * 60_000;

/** Alerts on this machine, of whoever is signed in. One account's at a time: the others' are not even opened. */
export class LocalData {
  readonly #dependencies: LocalDataDependencies;
  #opened: AccountData | undefined;
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

  /**
   * After the account may have become known, or another one: opens what is kept for it, or tells that what is on the
   * screen is not its own.
   */
  verify(): Promise<void> {
    const era = this.#era;
    return this.#inTurn(() => this.#verify(era));
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
      if (owner === undefined || this.#disposed) return cleared;
      this.#opened = this.#make(owner, this.#dependencies.clock.now());
      await this.#opened.watch();
      return cleared;
    });
  }

  /** The archived incidents of the account in use; undefined where nobody's data may be kept. */
  async archived(): Promise<ArchiveReading | undefined> {
    return this.#opened?.archive.read();
  }

  /** Removes the archives of all accounts; incidents that are read from now on are archived again. False on failure. */
  clearArchive(): Promise<boolean> {
    return this.#inTurn(async () => {
      const remove = (): Promise<boolean> => this.#remove(this.#dependencies.archiveFolder);
      return this.#opened === undefined ? remove() : this.#opened.withoutArchive(remove);
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

  /**
   * Puts into the store what the window that polls has read, if that was everything and nothing of it longer ago than
   * `maxAge` milliseconds. False where there is no such window, or Azure has to be read.
   */
  async takeOver(maxAge: number): Promise<boolean> {
    const [opened, era] = [this.#opened, this.#era];
    if (opened === undefined || !(await opened.lock.isHeldElsewhere())) return false;
    // Once what is kept was restored, and the account has been checked.
    return this.#inTurn(async () => {
      return this.#opened === opened && this.#era === era && (await opened.keeper.takeOver(maxAge));
    });
  }

  /** Settles when everything that was read is on disk, or could not be written. */
  async flush(): Promise<void> {
    await this.#opened?.flush();
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
    if (era !== this.#era) opened.stopKeeping();
    const screen = await opened.cache.screen();
    const isCurrent = this.#opened === opened && era === this.#era;
    if (screen !== undefined && isCurrent) this.#dependencies.onScreen(screen);
  }

  /**
   * Ends what is under way for the account until now, at once: it may have thousands of alerts still to read, and the
   * turn of what was asked for comes only after them. Its folder stays open until then, to be forgotten.
   */
  #newEra(): number {
    this.#opened?.stopKeeping();
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
    await opened.watch();
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
  #make(owner: string, after: number): AccountData {
    const isStillOwner = (): Promise<boolean> => this.#isStill(owner);
    return new AccountData({ ...this.#dependencies, owner, isStillOwner }, after);
  }

  #close(): void {
    if (this.#opened === undefined) return;
    this.#opened.close();
    this.#opened = undefined;
    if (!this.#disposed) this.#dependencies.onScreen(undefined);
  }

  /** Whoever else is signed in, or nobody, must not see for longer what this account has read. */
  async #isStill(owner: string): Promise<boolean> {
    const now = await this.#dependencies.owner.now();
    const isOther = now.kind !== 'unknown' && !isOwner(now, owner);
    if (isOther && this.#opened?.owner === owner) await this.#leave(now.kind === 'nobody');
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
    const { archiveFolder, archiveWish, clock, folder } = this.#dependencies;
    const unusedIn = (which: Pick<UnusedDataOptions, 'folder' | 'fileName' | 'maxAge'>): Promise<string[]> =>
      unusedData({ ...which, except: this.#opened?.owner, now: clock.now() });
    const unused = [
      ...(await unusedIn({ folder, fileName: indexName, maxAge: forgottenAfter })),
      ...(await unusedIn({ folder: archiveFolder, fileName: archiveName, maxAge: archiveWish.settings().maxAge })),
    ];
    for (const path of unused) await this.#remove(path);
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

function isOwner(ownership: Awaited<ReturnType<CacheOwner['now']>>, owner: string): boolean {
  return ownership.kind === 'owner' && ownership.owner === owner;
}
