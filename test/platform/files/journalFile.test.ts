import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { decisionLine } from '../../../src/platform/files/decisionLine.ts';
import { JournalFile } from '../../../src/platform/files/journalFile.ts';

it('a journal that cannot be replaced says why, and leaves no temporary file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'journal-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'journal', 'occupied'), { recursive: true });
  await expect(new JournalFile(join(folder, 'journal'), decisionLine).replace('x')).rejects.toThrow(
    /EISDIR|ENOTEMPTY|EPERM/,
  );
  expect(await readdir(folder)).toEqual(['journal']);
});
