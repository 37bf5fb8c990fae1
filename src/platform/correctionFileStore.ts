import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { inOrderMade, type MadeCorrection } from '../domain/correlation/corrections/correction.ts';
import type { CorrectionNotice, CorrectionStore } from '../services/corrections/correctionStore.ts';
import { documentLimit, readCorrections, writeCorrections } from '../services/corrections/correctionsDocument.ts';
import { inBatches } from '../services/inBatches.ts';
import { Listeners, type Unsubscribe } from '../services/listeners.ts';
import { errorCode } from './files/errorCode.ts';
import { replaceFile } from './files/replaceFile.ts';
import { watchFolder } from './files/watchFolder.ts';

export interface CorrectionFileStoreOptions {
  /** Folder of its own, made when missing. Several windows share it. */
  readonly folder: string;
  readonly onNotice: (notice: CorrectionNotice) => void;
}

/** Names of the files that we write: a GUID, which no alert and no import has chosen freely. */
const fileName = /^[0-9a-f-]{36}\.json$/;

/** Files that are open at once. */
const atOnce = 16;

type FileReading =
  | { readonly kind: 'read'; readonly made: readonly MadeCorrection[] }
  | { readonly kind: 'newer' }
  | { readonly kind: 'unreadable'; readonly code: string };

/**
 * Corrections, each in a file of its own: windows never write the same file, so they need no lock and lose nothing to
 * each other. A file is written once and never changed; undoing a correction takes its file away. What cannot be read
 * stays as it is.
 */
export class CorrectionFileStore implements CorrectionStore {
  readonly #options: CorrectionFileStoreOptions;
  readonly #listeners = new Listeners<undefined>();
  readonly #files = new Map<string, FileReading>();
  #made: readonly MadeCorrection[] = [];
  #last: Promise<unknown> = Promise.resolve();
  #told = '';
  #watcher: { dispose(): void } | undefined;
  #disposed = false;

  constructor(options: CorrectionFileStoreOptions) {
    this.#options = options;
  }

  get made(): readonly MadeCorrection[] {
    return this.#made;
  }

  onDidChange(listener: () => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  /** Reads what is new in the folder; everything at first. Never throws. */
  refresh(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#readNew();
    });
  }

  add(made: readonly MadeCorrection[]): Promise<boolean> {
    return this.#inTurn(async () => {
      await this.#readNew();
      return this.#written(made, async (each) => {
        await replaceFile(this.#pathOf(`${each.id}.json`), writeCorrections([each]));
        this.#files.set(`${each.id}.json`, { kind: 'read', made: [each] });
      });
    });
  }

  remove(ids: readonly string[]): Promise<boolean> {
    return this.#inTurn(() =>
      this.#written(ids, async (id) => {
        await rm(this.#pathOf(`${id}.json`), { force: true });
        this.#files.delete(`${id}.json`);
      }),
    );
  }

  /** False when a file could not be written, which was told then; what was done before stays. */
  async #written<T>(each: readonly T[], write: (one: T) => Promise<void>): Promise<boolean> {
    try {
      await inBatches(each, atOnce, write);
      return true;
    } catch (error) {
      this.#notify({ kind: 'unwritable', code: errorCode(error) });
      return false;
    } finally {
      this.#take();
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#watcher?.dispose();
  }

  /** One after the other: two readers of one folder would tell of its files twice. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn;
    return turn;
  }

  async #readNew(): Promise<void> {
    try {
      await mkdir(this.#options.folder, { recursive: true, mode: 0o700 });
      const names = (await readdir(this.#options.folder)).filter((name) => fileName.test(name));
      const there = new Set(names);
      for (const name of [...this.#files.keys()]) if (!there.has(name)) this.#files.delete(name);
      const fresh = names.filter((name) => !this.#files.has(name));
      await inBatches(fresh, atOnce, async (name) => {
        const reading = await readOne(this.#pathOf(name));
        if (reading !== undefined) this.#files.set(name, reading);
      });
    } catch (error) {
      this.#tell([{ kind: 'unreadable', files: 0, code: errorCode(error) }]);
      return;
    }
    this.#tellOfOthers();
    this.#take();
    if (!this.#disposed) this.#watcher ??= this.#watch();
  }

  #take(): void {
    const made = new Map<string, MadeCorrection>();
    for (const reading of this.#files.values()) {
      if (reading.kind === 'read') for (const each of reading.made) made.set(each.id, each);
    }
    const unchanged = made.size === this.#made.length && this.#made.every(({ id }) => made.has(id));
    if (unchanged) return;
    this.#made = inOrderMade(made.values());
    // Later, on its own: a listener that throws must not make a stored correction look lost.
    queueMicrotask(() => {
      if (!this.#disposed) this.#listeners.fire(undefined);
    });
  }

  #tellOfOthers(): void {
    const all = [...this.#files.values()];
    const unreadable = all.filter((reading) => reading.kind === 'unreadable');
    const newer = all.filter((reading) => reading.kind === 'newer').length;
    const [first] = unreadable;
    this.#tell([
      ...(first === undefined ? [] : [{ kind: 'unreadable', files: unreadable.length, code: first.code } as const]),
      ...(newer === 0 ? [] : [{ kind: 'newer', files: newer } as const]),
    ]);
  }

  /** Told once, not at every focus, until something else is wrong. */
  #tell(notices: readonly CorrectionNotice[]): void {
    const text = JSON.stringify(notices);
    if (text !== this.#told) for (const notice of notices) this.#notify(notice);
    this.#told = text;
  }

  #watch(): { dispose(): void } {
    return watchFolder(
      this.#options.folder,
      (name) => fileName.test(name),
      () => void this.refresh(),
      (code) => {
        this.#notify({ kind: 'notWatching', code });
      },
    );
  }

  #pathOf(name: string): string {
    if (!fileName.test(name)) throw new Error('A correction is named by a GUID');
    return join(this.#options.folder, name);
  }

  #notify(notice: CorrectionNotice): void {
    if (!this.#disposed) this.#options.onNotice(notice);
  }
}

/** Undefined for a file that went away meanwhile: another window has undone it. */
async function readOne(path: string): Promise<FileReading | undefined> {
  try {
    if ((await stat(path)).size > documentLimit) return { kind: 'unreadable', code: 'tooLarge' };
    const reading = readCorrections(await readFile(path, 'utf8'));
    // Under another name it could be read and never taken back.
    const ours = reading.kind === 'read' && reading.made.every(({ id }) => basename(path) === `${id}.json`);
    return reading.kind === 'newer' || ours ? reading : { kind: 'unreadable', code: 'damaged' };
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' ? undefined : { kind: 'unreadable', code };
  }
}
