import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A program named `az` in a folder of its own, first on the PATH of this process until `remove`. */
export interface FakeAz {
  readonly folder: string;
  /** The arguments of each start so far. */
  calls(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/** @param script lines of a POSIX shell script: what `az` does. */
export async function fakeAz(script: string): Promise<FakeAz> {
  const folder = await mkdtemp(path.join(tmpdir(), 'asi-az-'));
  const [program, log] = [path.join(folder, 'az'), path.join(folder, 'calls')];
  await writeFile(program, `#!/bin/sh\necho "$*" >> '${log}'\n${script}\n`);
  await chmod(program, 0o755);
  await writeFile(log, '');
  const before = process.env['PATH'];
  process.env['PATH'] = `${folder}:${before ?? ''}`;
  return {
    folder,
    calls: async () => (await readFile(log, 'utf8')).split('\n').filter((line) => line !== ''),
    remove: async () => {
      process.env['PATH'] = before;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
