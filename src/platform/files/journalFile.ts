import { constants } from 'node:fs';
import { copyFile, type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { finish, type Steps } from '../../domain/steps.ts';
import { sliced, type Pauses } from '../../services/slices.ts';
import { isLineStart, type LineFormat, readLine } from './checkedLine.ts';
import { errorCode } from './errorCode.ts';
import { replaceFile } from './replaceFile.ts';

/** What was found in a journal since it was last read. */
export interface FileReading<T> {
  readonly values: readonly T[];
  /** Damaged lines among whole ones. */
  readonly unreadable: number;
  /** Lines whose end was never written: what came after them is whole. */
  readonly cut: number;
  /** Lines of a newer version of the product. */
  readonly newer: number;
  /** The last line has a sound start and no end: another window is writing it, or a crash cut it. */
  readonly torn: boolean;
  /** The file is larger than what is read of it: see `JournalFileOptions`. */
  readonly tooLarge: boolean;
  /** Bytes in the whole file; 0 when there is no file. */
  readonly size: number;
  /** Everything was read, not only what is new: at first, and when the file was replaced or cut. */
  readonly fromStart: boolean;
}

export interface JournalFileOptions {
  /** What is read of a file above the size limit: nothing, or its end. */
  readonly beyondLimit?: 'nothing' | 'end';
  /** With them a large file is read in slices. */
  readonly pauses?: Pauses;
  /**
   * With it an append does not wait for the disk, which may take a tenth of a second when others are writing: the system
   * has the lines, so that they outlive this process, and a power failure alone can lose those of the last moment. The
   * disk is waited for soon after, once for all lines of that time, and the code of a failure is told.
   */
  readonly onNotOnDisk?: (code: string) => void;
}

/** Largest part of a journal that is read, in bytes: some 250,000 decisions. */
export const sizeLimit = 64 * 1024 * 1024;
/** How long lines are gathered before the disk is waited for, in milliseconds. */
const syncDelay = 200;
/** Lines that are read in one go: about a millisecond. */
const linesAtOnce = 64;
const quarantineLimit = 5;
const ownerOnly = 0o600;
const nothing = {
  values: [],
  unreadable: 0,
  cut: 0,
  newer: 0,
  torn: false,
  tooLarge: false,
  size: 0,
  fromStart: true,
};

/** An append-only file of lines that several processes share. Errors other than "no such file" are thrown. */
export class JournalFile<T> {
  readonly path: string;
  readonly #format: LineFormat<T>;
  readonly #options: JournalFileOptions;
  #offset = 0;
  #inode: bigint | undefined;
  #sync: NodeJS.Timeout | undefined;

  constructor(path: string, format: LineFormat<T>, options: JournalFileOptions = {}) {
    this.path = path;
    this.#format = format;
    this.#options = options;
  }

  /** Reads what is new since the last call: everything at first, and again when the file was replaced or cut. */
  async readNew(): Promise<FileReading<T>> {
    const file = await openIfThere(this.path);
    if (file === undefined) {
      this.#offset = 0;
      return nothing;
    }
    try {
      const { ino, size: bigSize } = await file.stat({ bigint: true });
      const size = Number(bigSize);
      if (ino !== this.#inode || size < this.#offset) this.#offset = 0;
      this.#inode = ino;
      const fromStart = this.#offset === 0;
      const tooLarge = size > sizeLimit;
      if (tooLarge && this.#options.beyondLimit !== 'end') return { ...nothing, tooLarge, size };
      const start = Math.max(this.#offset, size - sizeLimit);
      const bytes = await readRange(file, start, size);
      // Who starts in the middle of a line leaves the rest of it.
      const first = start > this.#offset ? bytes.indexOf(0x0a) + 1 : 0;
      // Only whole lines move the offset: another window may be half-way through the last one.
      const end = bytes.lastIndexOf(0x0a) + 1;
      this.#offset = start + end;
      const lines = readLines(this.#format, bytes.toString('utf8', first, end), bytes.toString('utf8', end));
      const { pauses } = this.#options;
      return { ...(pauses === undefined ? finish(lines) : await sliced(lines, pauses)), tooLarge, size, fromStart };
    } finally {
      await file.close();
    }
  }

  /** Adds lines at the end and waits until the disk has them, or, with `onNotOnDisk`, the system. */
  async append(lines: string): Promise<void> {
    const isAwaited = this.#options.onNotOnDisk === undefined;
    const file = await open(this.path, 'a', ownerOnly);
    try {
      await file.appendFile(lines);
      if (isAwaited) await file.datasync();
    } finally {
      await file.close();
    }
    if (!isAwaited) this.#syncSoon();
  }

  #syncSoon(): void {
    if (this.#sync !== undefined) return;
    this.#sync = setTimeout(() => {
      this.#sync = undefined;
      syncFile(this.path).catch((error: unknown) => this.#options.onNotOnDisk?.(errorCode(error)));
    }, syncDelay).unref();
  }

  /** Puts `lines` in place of the whole file, atomically: a reader sees the old file or the new one. */
  async replace(lines: string): Promise<void> {
    await replaceFile(this.path, lines);
  }

  /** Keeps a copy of the damaged file beside it, and the latest five at most. Gives the copy's name. */
  async quarantine(now: number): Promise<string> {
    const folder = dirname(this.path);
    const prefix = `${basename(this.path)}.corrupt-`;
    const name = `${prefix}${String(now)}`;
    await copyFile(this.path, join(folder, name), constants.COPYFILE_FICLONE);
    const kept = (await readdir(folder)).filter((entry) => entry.startsWith(prefix)).toSorted();
    for (const old of kept.slice(0, -quarantineLimit)) await rm(join(folder, old), { force: true });
    return name;
  }
}

function* readLines<T>(
  format: LineFormat<T>,
  text: string,
  tail: string,
): Steps<Omit<FileReading<T>, 'size' | 'tooLarge' | 'fromStart'>> {
  const values: T[] = [];
  const torn = tail !== '' && isLineStart(tail, format.limit);
  const found = { unreadable: tail === '' || torn ? 0 : 1, newer: 0, cut: 0 };
  for (const [index, line] of text.split('\n').entries()) {
    if (index % linesAtOnce === 0) yield;
    if (line === '') continue;
    const reading = readLine(format, line);
    if (reading.kind === 'read') values.push(reading.value);
    else found[reading.kind] += 1;
  }
  return { values, ...found, torn };
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** A file that went away meanwhile has nothing to wait for. */
async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  try {
    await file?.datasync();
  } finally {
    await file?.close();
  }
}

async function readRange(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, end - start));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
