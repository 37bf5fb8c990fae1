import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeLine, type LineFormat } from './checkedLine.ts';
import { errorCode } from './errorCode.ts';
import { type FileReading, JournalFile, type JournalFileOptions } from './journalFile.ts';

/** What a journal's two copies hold together, and what was wrong with them. */
export interface MirrorReading<T> {
  /** What each copy holds that could be read. */
  readonly copies: readonly CopyContent<T>[];
  readonly newerVersion: boolean;
  /** Copies that could not be read at all, by the system's code. */
  readonly failures: readonly string[];
  /** The first copy that needs rebuilding. One at a time, so that the other always has every line. */
  readonly damaged: DamagedCopy<T> | undefined;
  /** A sound copy large enough to be worth compacting. */
  readonly overgrown: JournalFile<T> | undefined;
}

export interface CopyContent<T> {
  readonly file: JournalFile<T>;
  readonly found: FileReading<T>;
}

export interface DamagedCopy<T> {
  readonly file: JournalFile<T>;
  readonly unreadable: number;
  /** Damage that must be kept for inspection, and told; a line cut by a crash is only cleaned up. */
  readonly grave: boolean;
}

/** Size in bytes from which a copy is worth compacting: some 5,000 decisions. */
const overgrownAbove = 1024 * 1024;

/**
 * One journal in two files. A line goes to the first, then to the second; together they hold every line that one of
 * them holds. Merging what they hold must be commutative and idempotent, so neither locks nor an order between windows
 * are needed, and one file may be rebuilt while other windows append: what the rebuilt file misses, the other has.
 */
export class MirroredJournal<T> {
  readonly #folder: string;
  readonly #format: LineFormat<T>;
  readonly #copies: readonly JournalFile<T>[];

  constructor(folder: string, names: readonly [string, string], format: LineFormat<T>, options?: JournalFileOptions) {
    this.#folder = folder;
    this.#format = format;
    this.#copies = names.map((name) => new JournalFile(join(folder, name), format, options));
  }

  /** Makes the folder where it is missing, for its owner only. Throws what the system says. */
  async prepare(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
  }

  /** Reads what is new in both copies; everything at first. Never throws. */
  async readNew(): Promise<MirrorReading<T>> {
    const readings = await Promise.all(this.#copies.map((copy) => readCopy(copy)));
    const whole = readings.flatMap((reading) => (reading.kind === 'read' ? [reading] : []));
    const largest = Math.max(0, ...whole.map(({ found }) => found.size));
    return {
      copies: whole,
      newerVersion: whole.some(({ found }) => found.newer > 0),
      failures: readings.flatMap((reading) => (reading.kind === 'failed' ? [reading.code] : [])),
      damaged: whole.flatMap(({ file, found }) => damageOf(file, found, largest))[0],
      overgrown: whole.find(({ found }) => found.size > overgrownAbove)?.file,
    };
  }

  /** Removes both copies. Throws what the system says. */
  async remove(): Promise<void> {
    await Promise.all(this.#copies.map(({ path }) => rm(path, { force: true })));
  }

  /** Appends values to both copies. Gives how many copies have them on disk, and why the others do not. */
  async append(values: readonly T[]): Promise<{ readonly copies: number; readonly code: string }> {
    const lines = values.map((value) => encodeLine(this.#format, value)).join('');
    let copies = 0;
    let code = '';
    for (const file of this.#copies) {
      try {
        await this.prepare();
        await file.append(lines);
        copies += 1;
      } catch (error) {
        code = errorCode(error);
      }
    }
    return { copies, code };
  }
}

type CopyReading<T> = (CopyContent<T> & { readonly kind: 'read' }) | { readonly kind: 'failed'; readonly code: string };

async function readCopy<T>(file: JournalFile<T>): Promise<CopyReading<T>> {
  try {
    return { kind: 'read', file, found: await file.readNew() };
  } catch (error) {
    return { kind: 'failed', code: errorCode(error) };
  }
}

function damageOf<T>(file: JournalFile<T>, found: FileReading<T>, largest: number): readonly DamagedCopy<T>[] {
  const emptied = found.size === 0 && largest > 0;
  const unreadable = found.unreadable + found.cut;
  const grave = unreadable > 0 || found.tooLarge;
  return grave || emptied || found.torn ? [{ file, unreadable, grave }] : [];
}
