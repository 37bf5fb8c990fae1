import { constants } from 'node:fs';
import { copyFile, type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './errorCode.ts';
import { type Decision, isLineStart, readLine } from './journalLine.ts';
import { replaceFile } from './replaceFile.ts';

/** What was found in a journal since it was last read. */
export interface JournalReading {
  readonly decisions: readonly Decision[];
  /** Damaged lines among whole ones. */
  readonly unreadable: number;
  /** Lines of a newer version of the product. */
  readonly newer: number;
  /** The last line has a sound start and no end: another window is writing it, or a crash cut it. */
  readonly torn: boolean;
  /** The file is larger than any real journal and was not read. */
  readonly tooLarge: boolean;
  /** Bytes in the whole file; 0 when there is no file. */
  readonly size: number;
}

/** Largest journal that is read, in bytes: some 250,000 decisions. */
const sizeLimit = 64 * 1024 * 1024;
const quarantineLimit = 5;
const ownerOnly = 0o600;
const nothing: JournalReading = { decisions: [], unreadable: 0, newer: 0, torn: false, tooLarge: false, size: 0 };

/** An append-only file of decisions that several processes share. Errors other than "no such file" are thrown. */
export class JournalFile {
  readonly path: string;
  #offset = 0;
  #inode: bigint | undefined;

  constructor(path: string) {
    this.path = path;
  }

  /** Reads what is new since the last call: everything at first, and again when the file was replaced or cut. */
  async readNew(): Promise<JournalReading> {
    const file = await openIfThere(this.path);
    if (file === undefined) {
      this.#offset = 0;
      return nothing;
    }
    try {
      const { ino, size } = await file.stat({ bigint: true });
      if (ino !== this.#inode || Number(size) < this.#offset) this.#offset = 0;
      this.#inode = ino;
      if (Number(size) > sizeLimit) return { ...nothing, tooLarge: true, size: Number(size) };
      const bytes = await readRange(file, this.#offset, Number(size));
      // Only whole lines move the offset: another window may be half-way through the last one.
      const end = bytes.lastIndexOf(0x0a) + 1;
      this.#offset += end;
      return { ...readLines(bytes.toString('utf8', 0, end), bytes.toString('utf8', end)), size: Number(size) };
    } finally {
      await file.close();
    }
  }

  /** Adds lines at the end and waits until the disk has them. */
  async append(lines: string): Promise<void> {
    const file = await open(this.path, 'a', ownerOnly);
    try {
      await file.appendFile(lines);
      await file.datasync();
    } finally {
      await file.close();
    }
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

function readLines(text: string, tail: string): Omit<JournalReading, 'size'> {
  const decisions: Decision[] = [];
  const torn = tail !== '' && isLineStart(tail);
  let unreadable = tail === '' || torn ? 0 : 1;
  let newer = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const reading = readLine(line);
    if (reading.kind === 'decision') decisions.push(reading.decision);
    else if (reading.kind === 'newer') newer += 1;
    else unreadable += 1;
  }
  return { decisions, unreadable, newer, torn, tooLarge: false };
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
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
