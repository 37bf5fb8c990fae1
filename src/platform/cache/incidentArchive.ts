import { copyFile, mkdir } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { readArchiveLine, writeArchiveLine } from '../../services/archive/archiveLine.ts';
import type { ArchivedIncident } from '../../services/archive/archivedIncident.ts';
import { mergeArchive, withinLimits, type ArchiveLimits } from '../../services/archive/mergeArchive.ts';
import type { CacheNotice } from '../../services/cache/keptListing.ts';
import type { Clock } from '../../services/ports.ts';
import { sliced, type Pauses } from '../../services/slices.ts';
import { errorCode } from '../files/errorCode.ts';
import { underLock } from '../files/fileLock.ts';
import { replaceFile } from '../files/replaceFile.ts';
import { breather } from './breather.ts';

export interface IncidentArchiveOptions {
  /** Folder of its own, for one account in one cloud; made when something is archived. Several windows share it. */
  readonly folder: string;
  /** Whose data it is, as `cacheOwner` names it. */
  readonly owner: string;
  readonly clock: Clock;
  readonly pauses: Pauses;
  readonly onNotice: (notice: CacheNotice) => void;
}

/** What is archived, and how many lines of it could not be read; or why nothing can be said. */
export type ArchiveReading =
  | { readonly kind: 'read'; readonly incidents: ReadonlyMap<string, ArchivedIncident>; readonly damaged: number }
  /** Written by a newer version of the product: left as it is. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'unreadable'; readonly code: string };

export const archiveName = 'incidents.ndjson';

/** Lines that are written in one go: far less than a slice. */
const linesAtOnce = 32;

/**
 * Incidents past what Azure lists, one a line, in a file that is replaced as a whole, by one window after the other.
 * Methods do not reject: what fails is told.
 */
export class IncidentArchive {
  readonly #options: IncidentArchiveOptions;
  readonly #path: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: IncidentArchiveOptions) {
    this.#options = options;
    this.#path = join(options.folder, archiveName);
  }

  /** In slices. */
  async read(): Promise<ArchiveReading> {
    const incidents = new Map<string, ArchivedIncident>();
    const breathe = breather(this.#options.pauses);
    let damaged = 0;
    try {
      for await (const line of linesOf(this.#path)) {
        await breathe();
        const reading = readArchiveLine(line, this.#options.owner);
        if (reading.kind === 'newer') return { kind: 'newer' };
        if (reading.kind === 'read') incidents.set(reading.incident.id, reading.incident);
        else damaged += 1;
      }
    } catch (error) {
      const code = errorCode(error);
      if (code !== 'ENOENT') return { kind: 'unreadable', code };
    }
    return { kind: 'read', incidents, damaged };
  }

  /** Puts incidents of now beside those of before, within the limits. True once that is on disk. */
  add(current: readonly ArchivedIncident[], limits: ArchiveLimits): Promise<boolean> {
    const turn = this.#last.then(() => this.#addAlone(current, limits));
    this.#last = turn;
    return turn;
  }

  /** Settles when what is being written is on disk, or failed. */
  async settled(): Promise<void> {
    await this.#last;
  }

  async #addAlone(current: readonly ArchivedIncident[], limits: ArchiveLimits): Promise<boolean> {
    const { folder, onNotice } = this.#options;
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return await underLock(`${this.#path}.lock`, () => this.#add(current, limits));
    } catch (error) {
      onNotice({ kind: 'archiveUnwritable', code: errorCode(error) });
      return false;
    }
  }

  async #add(current: readonly ArchivedIncident[], limits: ArchiveLimits): Promise<boolean> {
    const { clock, onNotice, owner, pauses } = this.#options;
    const reading = await this.read();
    if (reading.kind !== 'read') {
      // What cannot be read must not be replaced: it exists nowhere else.
      onNotice(reading.kind === 'newer' ? { kind: 'archiveNewer' } : { kind: 'archiveUnreadable', code: reading.code });
      return false;
    }
    const merged = await sliced(mergeArchive(reading.incidents, current), pauses);
    if (merged === reading.incidents) return true;
    const lineOf = (incident: ArchivedIncident): { line: string; bytes: number } => {
      const line = writeArchiveLine(incident, owner);
      return { line, bytes: Buffer.byteLength(line) };
    };
    const lines = await sliced(withinLimits(merged.values(), limits, clock.now(), lineOf), pauses);
    if (reading.damaged > 0) await this.#keepDamaged(reading.damaged);
    await replaceFile(this.#path, inPieces(lines, pauses));
    return true;
  }

  /** The lines that could not be read are not written again: the file as it was stays beside the new one. */
  async #keepDamaged(lines: number): Promise<void> {
    this.#options.onNotice({ kind: 'archiveDamaged', lines });
    await copyFile(this.#path, `${this.#path}.damaged`);
  }
}

async function* linesOf(path: string): AsyncGenerator<string, void> {
  let rest = '';
  for await (const text of createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>) {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function* inPieces(lines: readonly string[], pauses: Pauses): AsyncGenerator<string, void> {
  const breathe = breather(pauses);
  for (let start = 0; start < lines.length; start += linesAtOnce) {
    yield lines.slice(start, start + linesAtOnce).join('');
    await breathe();
  }
}
