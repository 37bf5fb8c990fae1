import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Alert } from '../../domain/alert.ts';
import { isBodyName, mergeEntries, readIndex, writeIndex } from '../../services/cache/indexText.ts';
import { readReading, writeReading, type WholeReading } from '../../services/cache/wholeReading.ts';
import { readScreen, writeScreen } from '../../services/cache/screenText.ts';
import type { SavedScreen } from '../../services/tree/savedScreen.ts';
import type { CacheEntry, CacheNotice, KeptListing } from '../../services/cache/keptListing.ts';
import type { Clock } from '../../services/ports.ts';
import type { Pauses } from '../../services/slices.ts';
import { errorCode } from '../files/errorCode.ts';
import { replaceFile } from '../files/replaceFile.ts';
import { packedLimit, readAlerts, writeAlerts } from './alertsFile.ts';

export interface ListingCacheOptions {
  /** Folder of its own, for one account in one cloud; made when something is kept. Several windows share it. */
  readonly folder: string;
  /** Whose data it is, as `cacheOwner` names it. */
  readonly owner: string;
  readonly clock: Clock;
  readonly pauses: Pauses;
  readonly onNotice: (notice: CacheNotice) => void;
  /** In bytes; by default the product's. */
  readonly limits?: Limits;
}

interface Limits {
  /** One file with alerts: more would not be read again. */
  readonly packed: number;
  /** All files with alerts of one account together; beyond it, what was read longest ago is let go. */
  readonly total: number;
}

export const indexName = 'index.json';
const screenName = 'screen.json';
const readingName = 'reading.json';

/** Largest index that is read, in bytes: some 100,000 subscriptions. */
const indexLimit = 32 * 1024 * 1024;

/** Largest saved screen that is read or written, in bytes: it has to be there within moments. */
const screenLimit = 4 * 1024 * 1024;

const usualLimits: Limits = { packed: packedLimit, total: 512 * 1024 * 1024 };

/** Another window may be about to point at a file that nothing points at yet. Milliseconds. */
const strayAge = 10 * 60_000;

/** Damaged files that are kept for inspection. */
const quarantineLimit = 5;

/**
 * The last complete listing of each subscription, on this machine. An index points at files with alerts, which are named
 * by what is in them: a listing that was read again and says the same costs one small file. Files come first and the
 * index last, so that it points at whole files whenever the process ends. Nothing here is worth a failure: methods do
 * not reject, and what cannot be read is told and left out.
 */
export class ListingCache {
  readonly #options: ListingCacheOptions;
  #newer = false;
  /** The screen that was written last. */
  #screen = '';
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ListingCacheOptions) {
    this.#options = options;
  }

  get folder(): string {
    return this.#options.folder;
  }

  /** What is kept; empty when nothing is, or nothing that can be read. */
  async entries(): Promise<readonly CacheEntry[]> {
    const path = join(this.#options.folder, indexName);
    try {
      if ((await stat(path)).size > indexLimit) return await this.#damaged(indexName, 'index', 'tooLarge');
      const reading = readIndex(await readFile(path, 'utf8'), this.#options.owner, sha256);
      this.#newer = reading.kind === 'newer';
      if (reading.kind === 'read') return reading.entries;
      if (reading.kind === 'damaged') return await this.#damaged(indexName, 'index', 'checksum');
      this.#options.onNotice({ kind: 'newer' });
    } catch (error) {
      const code = errorCode(error);
      if (code !== 'ENOENT') this.#options.onNotice({ kind: 'unreadable', code });
    }
    return [];
  }

  /** The alerts of an entry; undefined when they cannot be had. */
  async alerts({ body }: CacheEntry): Promise<readonly Alert[] | undefined> {
    if (body === undefined) return [];
    const reading = await readAlerts(this.#options.folder, body, this.#options.pauses);
    if (reading.kind === 'read') return reading.alerts;
    if (reading.kind === 'damaged') await this.#damaged(body, 'alerts', reading.code);
    return undefined;
  }

  /**
   * Keeps listings, each unless a later one of the same subscription is kept already, and lets go of `gone`. Entries
   * that have their file already come without alerts. Gives what is kept then: without those that are too large or whose
   * file is gone. Undefined where it could not be written.
   */
  keep(
    fresh: readonly (KeptListing | CacheEntry)[],
    gone: ReadonlySet<string>,
  ): Promise<readonly CacheEntry[] | undefined> {
    return this.#inTurn(async () => {
      try {
        await mkdir(this.#options.folder, { recursive: true, mode: 0o700 });
        const written: CacheEntry[] = [];
        for (const each of fresh) written.push('alerts' in each ? await this.#entryOf(each) : each);
        // Read as late as possible: another window may have written meanwhile.
        const before = await this.entries();
        if (this.#newer) return undefined;
        const merged = mergeEntries(before, written, this.#options.clock.now()).filter(
          ({ subscription }) => !gone.has(subscription.subscriptionId),
        );
        const entries = await this.#withinLimit(merged);
        await replaceFile(join(this.#options.folder, indexName), writeIndex(entries, this.#options.owner, sha256));
        await this.#sweep(entries);
        return entries;
      } catch (error) {
        this.#options.onNotice({ kind: 'unwritable', code: errorCode(error) });
        return undefined;
      }
    });
  }

  /** What the tree showed last; undefined when that is not kept. */
  async screen(): Promise<SavedScreen | undefined> {
    const path = join(this.#options.folder, screenName);
    try {
      if ((await stat(path)).size > screenLimit) return undefined;
      const screen = readScreen(await readFile(path, 'utf8'), this.#options.owner, sha256);
      if (screen === undefined) this.#options.onNotice({ kind: 'damaged', file: 'screen', code: 'checksum' });
      return screen;
    } catch (error) {
      const code = errorCode(error);
      if (code !== 'ENOENT') this.#options.onNotice({ kind: 'unreadable', code });
      return undefined;
    }
  }

  /** Keeps what the tree shows now, beside listings that are kept already. */
  keepScreen(screen: SavedScreen): Promise<void> {
    return this.#inTurn(async () => {
      const text = writeScreen(screen, this.#options.owner, sha256);
      if (text === this.#screen || text.length > screenLimit || this.#newer) return;
      try {
        await replaceFile(join(this.#options.folder, screenName), text);
        this.#screen = text;
      } catch (error) {
        this.#options.onNotice({ kind: 'unwritable', code: errorCode(error) });
      }
    });
  }

  /** The last reading of everything, by whichever window; undefined when that is not kept. */
  async reading(): Promise<WholeReading | undefined> {
    const path = join(this.#options.folder, readingName);
    try {
      if ((await stat(path)).size > indexLimit) return undefined;
      return readReading(await readFile(path, 'utf8'), this.#options.owner, sha256);
    } catch {
      // There is none, or it cannot be read: then Azure is.
      return undefined;
    }
  }

  /** Keeps that everything was read, beside listings that are kept already. False when that could not be written. */
  keepReading(reading: WholeReading): Promise<boolean> {
    return this.#inTurn(async () => {
      if (this.#newer) return false;
      try {
        await replaceFile(join(this.#options.folder, readingName), writeReading(reading, this.#options.owner, sha256));
        return true;
      } catch (error) {
        this.#options.onNotice({ kind: 'unwritable', code: errorCode(error) });
        return false;
      }
    });
  }

  /** Removes everything that is kept for this account. */
  forget(): Promise<void> {
    return this.#inTurn(async () => {
      try {
        await rm(this.#options.folder, { recursive: true, force: true, maxRetries: 5 });
      } catch (error) {
        this.#options.onNotice({ kind: 'unwritable', code: errorCode(error) });
      }
    });
  }

  async #entryOf({ alerts, ...listing }: KeptListing): Promise<CacheEntry> {
    const entry: CacheEntry = { ...listing, count: alerts.length };
    if (alerts.length === 0) return entry;
    return { ...entry, body: await writeAlerts(this.#options.folder, alerts, this.#options.pauses) };
  }

  /** Without what is too large to be read again, and without the oldest where all together are too large. */
  async #withinLimit(entries: readonly CacheEntry[]): Promise<readonly CacheEntry[]> {
    const { packed, total: most } = this.#options.limits ?? usualLimits;
    let total = 0;
    const kept = new Set<CacheEntry>();
    for (const entry of entries.toSorted((a, b) => b.at - a.at)) {
      const size = entry.body === undefined ? 0 : await this.#sizeOf(entry.body);
      if (size === undefined || size > packed || total + size > most) continue;
      total += size;
      kept.add(entry);
    }
    return entries.filter((entry) => kept.has(entry));
  }

  /** Undefined when the file is not there. */
  async #sizeOf(name: string): Promise<number | undefined> {
    try {
      return (await stat(join(this.#options.folder, name))).size;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Removes files that nothing points at, unless somebody may be at work with them. */
  async #sweep(entries: readonly CacheEntry[]): Promise<void> {
    const { clock, folder } = this.#options;
    const used = new Set(entries.map(({ body }) => body));
    for (const name of await readdir(folder)) {
      const stray = name.endsWith('.tmp') || (isBodyName(name) && !used.has(name));
      if (!stray) continue;
      const path = join(folder, name);
      const age = await stat(path).then(
        ({ mtimeMs }) => clock.now() - mtimeMs,
        () => 0,
      );
      if (age > strayAge) await rm(path, { force: true });
    }
  }

  /** Puts a damaged file aside, so that it is neither read again nor lost, and tells of it. */
  async #damaged(name: string, file: 'index' | 'alerts', code: string): Promise<readonly never[]> {
    const { clock, folder, onNotice } = this.#options;
    onNotice({ kind: 'damaged', file, code });
    await rename(join(folder, name), join(folder, `${name}.corrupt-${String(clock.now())}`)).catch(() => undefined);
    const kept = (await readdir(folder).catch(() => [])).filter((each) => each.includes('.corrupt-'));
    for (const old of kept.toSorted(byTime).slice(0, -quarantineLimit)) await rm(join(folder, old), { force: true });
    return [];
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn;
    return turn;
  }
}

function byTime(a: string, b: string): number {
  return Number(a.split('.corrupt-')[1]) - Number(b.split('.corrupt-')[1]);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
