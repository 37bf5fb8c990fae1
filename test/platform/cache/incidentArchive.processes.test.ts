import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { archiveName, IncidentArchive } from '../../../src/platform/cache/incidentArchive.ts';
import { systemPauses } from '../../../src/platform/systemPauses.ts';

const source = (path: string): string => JSON.stringify(new URL(`../../../${path}`, import.meta.url).href);
const limits = { maxAge: 1e15, maxSize: 1e9 };
const additions = 25;

/** A window that archives one incident after the other, each once. */
const archiver = `
  import { IncidentArchive } from ${source('src/platform/cache/incidentArchive.ts')};
  import { systemPauses } from ${source('src/platform/systemPauses.ts')};
  import { anArchivedIncident } from ${source('test/builders/archivedIncident.ts')};
  const clock = { now: () => Date.now() };
  const onNotice = (notice) => { throw new Error(notice.kind); };
  const archive = new IncidentArchive({ folder: process.argv[1], owner: 'o', clock, pauses: systemPauses, onNotice });
  for (let n = 0; n < ${String(additions)}; n += 1) {
    await archive.add([anArchivedIncident({ id: process.argv[2] + ':' + n })], ${JSON.stringify(limits)});
  }
`;

it('windows that archive at the same time lose nothing to each other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'archiving-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const windows = ['a', 'b', 'c'].map((name) =>
    spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', archiver, folder, name], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  const ends = await Promise.all(windows.map((window) => once(window, 'exit')));
  expect(ends.map(([code]) => code as unknown)).toEqual([0, 0, 0]);
  const clock = { now: () => Date.now() };
  const onNotice = (): never => expect.fail('nothing is wrong');
  const reading = await new IncidentArchive({ folder, owner: 'o', clock, pauses: systemPauses, onNotice }).read();
  expect(reading.kind === 'read' && reading.incidents.size).toBe(3 * additions);
  expect(await readdir(folder)).toEqual([archiveName]);
}, 60_000);
