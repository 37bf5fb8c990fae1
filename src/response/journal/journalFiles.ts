import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { IncidentId } from '../../domain/incident.ts';
import { errorCode } from '../../platform/files/errorCode.ts';
import { watchFolder } from '../../platform/files/watchFolder.ts';
import { inBatches } from '../../services/inBatches.ts';
import { Listeners, type Unsubscribe } from '../../services/listeners.ts';
import type { AppendOutcome, Journal, JournalReading } from '../../services/response/journal/journal.ts';
import { isJournalEntry, type JournalEntry } from '../../services/response/journal/journalEntry.ts';
import { toStore } from '../../services/response/journal/toStore.ts';
import type { Pauses } from '../../services/slices.ts';
import { JournalCopies } from './journalCopies.ts';

export interface JournalFilesOptions {
  /** Folder of its own, made when missing. Several windows share it. */
  readonly folder: string;
  readonly pauses: Pauses;
  readonly onNotice: (notice: JournalNotice) => void;
}

/** What went wrong with the files: facts only. */
export type JournalNotice =
  | { readonly kind: 'unwritable'; readonly code: string; readonly copiesWritten: 0 | 1 }
  /** A copy could not be read or repaired. */
  | { readonly kind: 'copyFailed'; readonly code: string }
  | { readonly kind: 'notWatching'; readonly code: string };

interface Waiting {
  readonly entries: readonly JournalEntry[];
  readonly settle: (outcome: AppendOutcome) => void;
}

interface Kept {
  readonly incidentId: IncidentId;
  readonly copies: JournalCopies;
  readonly waiting: Waiting[];
  writing: boolean;
  /** Somebody has read it and wants to hear of what is new. */
  wasRead: boolean;
}

/** Names of the files that we write. */
const fileName = /^[0-9a-f]{32}(?:\.mirror)?\.jsonl$/;

/** Files that are removed at once. */
const filesAtOnce = 16;

/** Entries that are written in one go: the file system takes what Node hands over at once, 512 KB, as a whole. */
const entriesAtOnce = 8;

/** The journals of incidents, each in files that all windows share and that are named by the hash of the incident's id. */
export class JournalFiles implements Journal {
  readonly #options: JournalFilesOptions;
  readonly #kept = new Map<string, Kept>();
  readonly #listeners = new Listeners<IncidentId>();
  #watcher: { dispose(): void } | undefined;
  #told = '';
  #disposed = false;

  constructor(options: JournalFilesOptions) {
    this.#options = options;
  }

  append(entry: JournalEntry): Promise<AppendOutcome> {
    if (!isJournalEntry(entry)) return Promise.resolve({ kind: 'refused', why: 'malformed' });
    const entries = toStore(entry);
    if (entries === undefined) return Promise.resolve({ kind: 'refused', why: 'tooLong' });
    const kept = this.#keptOf(entry.incidentId);
    return new Promise((settle) => {
      kept.waiting.push({ entries, settle });
      if (!kept.writing) void this.#write(kept);
    });
  }

  async read(incidentId: IncidentId): Promise<JournalReading> {
    const kept = this.#keptOf(incidentId);
    kept.wasRead = true;
    await this.#watch();
    return kept.copies.read();
  }

  onDidChange(listener: (incidentId: IncidentId) => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  /** Looks what other windows wrote since. For when the window gets the focus, in case watching does not work. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#kept.values()].filter(({ wasRead }) => wasRead).map((kept) => this.#look(kept)));
  }

  /** Removes all journals for good. False when a file could not be removed, which was told then. */
  async clear(): Promise<boolean> {
    const { folder } = this.#options;
    try {
      const names = (await readdir(folder)).filter((name) => fileName.test(name));
      await inBatches(names, filesAtOnce, (name) => rm(join(folder, name), { force: true }));
    } catch (error) {
      const code = errorCode(error);
      if (code !== 'ENOENT') {
        this.#notify({ kind: 'copyFailed', code });
        return false;
      }
    }
    await this.refresh();
    return true;
  }

  dispose(): void {
    this.#disposed = true;
    this.#watcher?.dispose();
  }

  #keptOf(incidentId: IncidentId): Kept {
    const name = nameOf(incidentId);
    const known = this.#kept.get(name);
    if (known !== undefined) return known;
    const { folder, pauses } = this.#options;
    const copies = new JournalCopies(folder, name, incidentId, pauses, (code) => {
      this.#notifyOnce({ kind: 'copyFailed', code });
    });
    const kept: Kept = { incidentId, copies, waiting: [], writing: false, wasRead: false };
    this.#kept.set(name, kept);
    return kept;
  }

  async #write(kept: Kept): Promise<void> {
    kept.writing = true;
    while (kept.waiting.length > 0) {
      const batch = takeBatch(kept.waiting);
      const { copies, code } = await appendInPieces(
        kept.copies,
        batch.flatMap(({ entries }) => entries),
      );
      if (copies < 2) this.#notify({ kind: 'unwritable', code, copiesWritten: copies === 0 ? 0 : 1 });
      for (const { settle } of batch) settle(copies > 0 ? { kind: 'saved' } : { kind: 'notSaved', code });
    }
    kept.writing = false;
    if (kept.wasRead) await this.#look(kept);
    else this.#fire(kept.incidentId);
  }

  async #look(kept: Kept): Promise<void> {
    if (await kept.copies.look()) this.#fire(kept.incidentId);
  }

  #fire(incidentId: IncidentId): void {
    if (!this.#disposed) this.#listeners.fire(incidentId);
  }

  async #watch(): Promise<void> {
    if (this.#watcher !== undefined || this.#disposed) return;
    try {
      await mkdir(this.#options.folder, { recursive: true, mode: 0o700 });
    } catch (error) {
      this.#notifyOnce({ kind: 'notWatching', code: errorCode(error) });
      return;
    }
    this.#watcher ??= watchFolder(
      this.#options.folder,
      (fileName) => this.#kept.get(baseOf(fileName))?.wasRead === true,
      (fileNames) => {
        if (fileNames === undefined) void this.refresh();
        else for (const name of new Set([...fileNames].map(baseOf))) this.#lookAt(name);
      },
      (code) => {
        this.#notifyOnce({ kind: 'notWatching', code });
      },
    );
  }

  #lookAt(name: string): void {
    const kept = this.#kept.get(name);
    if (kept !== undefined) void this.#look(kept);
  }

  /** Not at every look, until something else is wrong. */
  #notifyOnce(notice: JournalNotice): void {
    const text = JSON.stringify(notice);
    if (text !== this.#told) this.#notify(notice);
    this.#told = text;
  }

  #notify(notice: JournalNotice): void {
    if (!this.#disposed) this.#options.onNotice(notice);
  }
}

/** Each piece is small enough to be handed to the system at once, so that no other window writes into a line. */
async function appendInPieces(
  copies: JournalCopies,
  entries: readonly JournalEntry[],
): Promise<{ readonly copies: number; readonly code: string }> {
  let worst = await copies.append(entries.slice(0, entriesAtOnce));
  for (let start = entriesAtOnce; start < entries.length && worst.copies > 0; start += entriesAtOnce) {
    const outcome = await copies.append(entries.slice(start, start + entriesAtOnce));
    if (outcome.copies < worst.copies) worst = outcome;
  }
  return worst;
}

/** Takes from the front what is written in one go: whole appends only, and at least one. */
function takeBatch(waiting: Waiting[]): readonly Waiting[] {
  let count = 0;
  let entries = 0;
  for (const each of waiting) {
    entries += each.entries.length;
    if (count > 0 && entries > entriesAtOnce) break;
    count += 1;
  }
  return waiting.splice(0, count);
}

/** Half a SHA-256: nothing that an id could choose, and no two ids share it. */
function nameOf(incidentId: IncidentId): string {
  return createHash('sha256').update(incidentId).digest('hex').slice(0, 32);
}

function baseOf(fileName: string): string {
  return fileName.slice(0, 32);
}
