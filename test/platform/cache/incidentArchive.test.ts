import { appendFile, chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArchivedIncident } from '../../../src/services/archive/archivedIncident.ts';
import type { CacheNotice } from '../../../src/services/cache/keptListing.ts';
import { archiveName, IncidentArchive } from '../../../src/platform/cache/incidentArchive.ts';
import { systemPauses } from '../../../src/platform/systemPauses.ts';
import { day, noon } from '../../builders/alert.ts';
import { anArchivedIncident, anyArchivedIncident } from '../../builders/archivedIncident.ts';

let parent: string;
let folder: string;
let notices: CacheNotice[];
const limits = { maxAge: 730 * day, maxSize: 1024 * 1024 };

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'archive-'));
  folder = join(parent, 'owner');
  notices = [];
});

afterEach(async () => {
  await rm(parent, { recursive: true, force: true });
});

const path = (): string => join(folder, archiveName);

function anArchive(owner = 'somebody'): IncidentArchive {
  const clock = { now: () => noon + day };
  return new IncidentArchive({
    folder,
    owner,
    clock,
    pauses: systemPauses,
    onNotice: (notice) => notices.push(notice),
  });
}

async function incidentsIn(archive = anArchive()): Promise<readonly ArchivedIncident[]> {
  const reading = await archive.read();
  return reading.kind === 'read' ? [...reading.incidents.values()] : [];
}

const one = anArchivedIncident();
const two = anArchivedIncident({ id: 'local:two', lastActivity: noon - day });

describe('the file of the archive', () => {
  it('is empty before anything was archived', async () => {
    expect(await anArchive().read()).toEqual({ kind: 'read', incidents: new Map(), damaged: 0 });
  });

  it('gives back what was added, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyArchivedIncident, { selector: ({ id }) => id }), async (incidents) => {
        await rm(folder, { recursive: true, force: true });
        const ever = { maxAge: Infinity, maxSize: Infinity };
        await anArchive().add(incidents, ever);
        expect(new Set(await incidentsIn())).toEqual(new Set(incidents));
      }),
      { numRuns: 30 },
    );
  });

  it('is for its owner alone, and nothing is left beside it', async () => {
    await anArchive().add([one], limits);
    expect((await stat(path())).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(await readdir(folder)).toEqual([archiveName]);
  });

  it('keeps what windows add at the same time one after the other', async () => {
    const archive = anArchive();
    await Promise.all([archive.add([one], limits), archive.add([two], limits)]);
    expect(await incidentsIn()).toEqual([one, two]);
  });

  it('is not written when there is nothing new to say', async () => {
    await anArchive().add([one], limits);
    const { ino } = await stat(path());
    await anArchive().add([{ ...one, recordedAt: noon + day }], limits);
    expect((await stat(path())).ino).toBe(ino);
  });

  it('lets go of the oldest where it would be larger than it may be', async () => {
    const maxSize = Buffer.byteLength(JSON.stringify(one)) * 2;
    await anArchive().add([one, two], { ...limits, maxSize });
    expect(await incidentsIn()).toEqual([one]);
    expect((await stat(path())).size).toBeLessThanOrEqual(maxSize);
  });

  it('lets go of what is too old', async () => {
    await anArchive().add([one, two], { ...limits, maxAge: 1.5 * day });
    expect(await incidentsIn()).toEqual([one]);
  });

  it('skips and counts lines that are damaged, and keeps the file aside before it is written anew', async () => {
    await anArchive().add([one], limits);
    await appendFile(path(), '{"v":1,"owner":"some\n\u0000\u0000');
    const before = await readFile(path(), 'utf8');
    expect(await anArchive().read()).toMatchObject({ damaged: 2 });
    await anArchive().add([two], limits);
    expect(await anArchive().read()).toMatchObject({ damaged: 0 });
    expect(await incidentsIn()).toEqual([one, two]);
    expect(await readFile(`${path()}.damaged`, 'utf8')).toBe(before);
    expect(notices).toEqual([{ kind: 'archiveDamaged', lines: 2 }]);
  });

  it('is not believed when it was copied over from another account', async () => {
    await anArchive('somebody').add([one], limits);
    expect(await anArchive('else').read()).toEqual({ kind: 'read', incidents: new Map(), damaged: 1 });
  });

  it('of a newer version is left alone and told', async () => {
    await mkdir(folder);
    await writeFile(path(), '{"v":2}\n');
    expect(await anArchive().read()).toEqual({ kind: 'newer' });
    expect(await anArchive().add([one], limits)).toBe(false);
    expect(await readFile(path(), 'utf8')).toBe('{"v":2}\n');
    expect(notices).toEqual([{ kind: 'archiveNewer' }]);
  });

  it('that cannot be read is never replaced', async () => {
    await mkdir(path(), { recursive: true });
    expect(await anArchive().read()).toEqual({ kind: 'unreadable', code: 'EISDIR' });
    expect(await anArchive().add([one], limits)).toBe(false);
    expect((await stat(path())).isDirectory()).toBe(true);
    expect(notices).toEqual([{ kind: 'archiveUnreadable', code: 'EISDIR' }]);
  });

  it('stays whole when it cannot be written', async () => {
    await writeFile(folder, 'a file where the folder should be');
    await chmod(parent, 0o700);
    expect(await anArchive().add([one], limits)).toBe(false);
    expect(notices).toMatchObject([{ kind: 'archiveUnwritable' }]);
  });
});
