import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeReport } from '../../../src/response/report/writeReport.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('writing a report', () => {
  it('makes the file that was named, for its owner only, and nothing beside it', async () => {
    expect(await writeReport(join(folder, 'report.md'), '# x')).toBe('written');
    expect(await readFile(join(folder, 'report.md'), 'utf8')).toBe('# x');
    expect((await stat(join(folder, 'report.md'))).mode & 0o077).toBe(0);
    expect(await readdir(folder)).toEqual(['report.md']);
  });

  it('replaces a file whole, once the person has said so in the dialog', async () => {
    await writeFile(join(folder, 'report.md'), 'x'.repeat(1_000));
    await writeReport(join(folder, 'report.md'), 'short');
    expect(await readFile(join(folder, 'report.md'), 'utf8')).toBe('short');
  });

  it('leaves alone what a link leads to, be it there or not', async () => {
    await writeFile(join(folder, 'elsewhere'), 'precious');
    await symlink(join(folder, 'elsewhere'), join(folder, 'report.md'));
    await symlink(join(folder, 'nowhere'), join(folder, 'dangling.md'));
    expect(await writeReport(join(folder, 'report.md'), '# x')).toBe('isLink');
    expect(await writeReport(join(folder, 'dangling.md'), '# x')).toBe('isLink');
    expect(await readFile(join(folder, 'elsewhere'), 'utf8')).toBe('precious');
    expect(await readdir(folder)).toEqual(['dangling.md', 'elsewhere', 'report.md']);
  });

  it('says what the system says, and leaves nothing behind', async () => {
    await expect(writeReport(join(folder, 'missing', 'report.md'), '# x')).rejects.toThrow(/ENOENT/);
    await mkdir(join(folder, 'report.md', 'occupied'), { recursive: true });
    await expect(writeReport(join(folder, 'report.md'), '# x')).rejects.toThrow(/EISDIR|ENOTEMPTY|EPERM/);
    expect(await readdir(folder)).toEqual(['report.md']);
  });
});
