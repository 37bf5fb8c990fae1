import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './errorCode.ts';
import { JournalFile, type JournalReading } from './journalFile.ts';
import { type Decision, encodeLine } from './journalLine.ts';

/** What a journal's two copies hold together, and what was wrong with them. */
export interface MirrorReading {
  readonly decisions: readonly Decision[];
  readonly newerVersion: boolean;
  /** Copies that could not be read at all, by the system's code. */
  readonly failures: readonly string[];
  /** The first copy that needs rebuilding. One at a time, so that the other always has every line. */
  readonly damaged: DamagedCopy | undefined;
  /** A sound copy large enough to be worth compacting. */
  readonly overgrown: JournalFile | undefined;
}

export interface DamagedCopy {
  readonly file: JournalFile;
  readonly unreadable: number;
  /** Damage that must be kept for inspection, and told; a line cut by a crash is only cleaned up. */
  readonly grave: boolean;
}

/** Size in bytes from which a copy is worth compacting: some 5,000 decisions. */
const overgrownAbove = 1024 * 1024;

/**
 * One journal in two files. A line goes to the first, then to the second; together they hold every line that one of
 * them holds. Merging decisions is commutative and idempotent, so neither locks nor an order between windows are
 * needed, and one file may be rebuilt while other windows append: what the rebuilt file misses, the other has.
 */
export class MirroredJournal {
  readonly #folder: string;
  readonly #copies: readonly JournalFile[];

  constructor(folder: string) {
    this.#folder = folder;
    this.#copies = ['decisions.ndjson', 'decisions.mirror.ndjson'].map((name) => new JournalFile(join(folder, name)));
  }

  /** Makes the folder where it is missing, for its owner only. Throws what the system says. */
  async prepare(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
  }

  /** Reads what is new in both copies; everything at first. Never throws. */
  async readNew(): Promise<MirrorReading> {
    const readings = await Promise.all(this.#copies.map(readCopy));
    const whole = readings.flatMap((reading) => (reading.kind === 'read' ? [reading] : []));
    const largest = Math.max(0, ...whole.map(({ found }) => found.size));
    return {
      decisions: whole.flatMap(({ found }) => found.decisions),
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

  /** Appends decisions to both copies. Gives how many copies have them on disk, and why the others do not. */
  async append(decisions: readonly Decision[]): Promise<{ readonly copies: number; readonly code: string }> {
    const lines = decisions.map(encodeLine).join('');
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

type CopyReading =
  | { readonly kind: 'read'; readonly file: JournalFile; readonly found: JournalReading }
  | { readonly kind: 'failed'; readonly code: string };

async function readCopy(file: JournalFile): Promise<CopyReading> {
  try {
    return { kind: 'read', file, found: await file.readNew() };
  } catch (error) {
    return { kind: 'failed', code: errorCode(error) };
  }
}

function damageOf(file: JournalFile, found: JournalReading, largest: number): readonly DamagedCopy[] {
  const emptied = found.size === 0 && largest > 0;
  const grave = found.unreadable > 0 || found.tooLarge;
  return grave || emptied || found.torn ? [{ file, unreadable: found.unreadable, grave }] : [];
}
