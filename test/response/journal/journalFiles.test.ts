import { createHash } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { encodeLine } from '../../../src/platform/files/checkedLine.ts';
import { systemPauses } from '../../../src/platform/systemPauses.ts';
import { entryLine } from '../../../src/response/journal/entryLine.ts';
import { JournalFiles, type JournalNotice } from '../../../src/response/journal/journalFiles.ts';
import type { JournalReading } from '../../../src/services/response/journal/journal.ts';
import type { JournalEntry } from '../../../src/services/response/journal/journalEntry.ts';
import { journalEntry, noteEntry } from '../../builders/journalEntry.ts';

let folder: string;
let main: string;
let mirror: string;
let notices: JournalNotice[];

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'journal-')), 'v1', 'journal');
  const name = createHash('sha256').update('i1').digest('hex').slice(0, 32);
  main = join(folder, `${name}.jsonl`);
  mirror = join(folder, `${name}.mirror.jsonl`);
  notices = [];
});

afterEach(async () => {
  await rm(join(folder, '..', '..'), { recursive: true, force: true });
});

/** A window: it hears its notices, and is disposed when the test ends. */
function window(): JournalFiles {
  const files = new JournalFiles({ folder, pauses: systemPauses, onNotice: (notice) => notices.push(notice) });
  onTestFinished(() => files.dispose());
  return files;
}

/** What a window that opens now reads. */
async function readNow(incidentId = 'i1'): Promise<JournalReading> {
  const files = window();
  const reading = await files.read(incidentId);
  // It would go on watching, and give back what a test takes away next.
  files.dispose();
  return reading;
}

function lineOf(entry: JournalEntry): string {
  return encodeLine(entryLine, entry);
}

/** Three notes, written and closed. */
async function writeThree(): Promise<void> {
  const files = window();
  for (const number of [1, 2, 3]) await files.append(noteEntry(number));
  files.dispose();
}

const three = [1, 2, 3].map((number) => noteEntry(number));

describe('the journals of incidents', () => {
  it('keep who did what and when over a restart, in the order of time', async () => {
    const files = window();
    for (const number of [3, 1, 2]) expect(await files.append(noteEntry(number))).toEqual({ kind: 'saved' });
    expect(await readNow()).toEqual({ entries: three, missing: {} });
    expect(notices).toEqual([]);
  });

  it('are apart from each other', async () => {
    const files = window();
    await files.append(noteEntry(1));
    await files.append(noteEntry(2, 'another'));
    expect((await files.read('another')).entries).toEqual([noteEntry(2, 'another')]);
    expect((await files.read('a third')).entries).toEqual([]);
  });

  it.each([
    ['a path', '../../../etc/passwd'],
    ['a property of every object', '__proto__'],
    ['a name that Windows keeps for itself', 'CON'],
    ['a long id', 'x'.repeat(4_000)],
    ['marks and controls', '\u0000\n"\u202e'],
  ])('name no file after an id, were it %s', async (_, incidentId) => {
    const files = window();
    await files.append(noteEntry(1, incidentId));
    expect(await readNow(incidentId)).toEqual({ entries: [noteEntry(1, incidentId)], missing: {} });
    expect(await readdir(folder)).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}\.jsonl$/),
      expect.stringMatching(/^[0-9a-f]{32}\.mirror\.jsonl$/),
    ]);
  });

  it('hold no secret in any file', async () => {
    const output = '{"password":"hunter2"}';
    const outputDigest = createHash('sha256').update(output).digest('hex');
    await window().append(
      journalEntry({
        incidentId: 'i1',
        kind: 'commandEnded',
        command: 'az login --password=hunter2',
        exitCode: 0,
        cancelled: false,
        durationMs: 10,
        outputDigest,
        output,
      }),
    );
    for (const file of [main, mirror]) {
      const text = await readFile(file, 'utf8');
      expect(text).not.toContain('hunter2');
      expect(text).toContain(outputDigest);
    }
  });

  it('write each entry as one line, and are read only by their owner', async () => {
    await writeThree();
    const lines = (await readFile(main, 'utf8')).split('\n').filter((line) => line !== '');
    expect(lines).toHaveLength(3);
    expect((await import('node:fs')).statSync(main).mode & 0o777).toBe(0o600);
  });

  it('refuse what is no entry, and what is too long for a line', async () => {
    const files = window();
    expect(await files.append({ ...noteEntry(1), id: '../x' })).toEqual({ kind: 'refused', why: 'malformed' });
    const long = journalEntry({ incidentId: 'i1', kind: 'note', text: 'x'.repeat(30_000) });
    expect(await files.append(long)).toEqual({ kind: 'refused', why: 'tooLong' });
    expect((await files.read('i1')).entries).toEqual([]);
  });

  it('tell the same entry once, however often it was written', async () => {
    const files = window();
    await Promise.all([files.append(noteEntry(1)), files.append(noteEntry(1))]);
    expect((await files.read('i1')).entries).toEqual([noteEntry(1)]);
  });

  it('tell of what this window and another one write', async () => {
    const heard: string[] = [];
    const files = window();
    await files.read('i1');
    onTestFinished(files.onDidChange((incidentId) => heard.push(incidentId)));
    await files.append(noteEntry(1));
    await vi.waitFor(() => expect(heard).toEqual(['i1']));
    await window().append(noteEntry(2));
    await vi.waitFor(() => expect(heard).toEqual(['i1', 'i1']), { timeout: 5_000 });
    expect((await files.read('i1')).entries).toEqual([noteEntry(1), noteEntry(2)]);
  });

  it('show what other windows wrote when watching does not work', async () => {
    const files = window();
    await files.read('i1');
    files.dispose();
    await window().append(noteEntry(1));
    await files.refresh();
    expect((await files.read('i1')).entries).toEqual([noteEntry(1)]);
  });
});

describe('damage', () => {
  const newerLine = lineOf(noteEntry(9)).replace('"v":1', '"v":2');

  it.each<readonly [string, (file: string) => Promise<void>]>([
    ['taken away', (file) => rm(file)],
    ['emptied', (file) => truncate(file)],
    ['cut in the middle of a line', (file) => truncate(file, 300)],
    ['filled with NUL', (file) => writeFile(file, '\0'.repeat(4_096))],
    ['overwritten in the middle', (file) => overwrite(file, 30, 'XXXXXXXX')],
    ['ended by NUL, as after a power failure', (file) => appendFile(file, '\0'.repeat(512))],
    ['replaced by a list', (file) => writeFile(file, '[]')],
    ['replaced by a prototype', (file) => writeFile(file, '{"__proto__":{"polluted":1}}\n')],
    ['replaced by bytes that are no UTF-8', (file) => writeFile(file, Buffer.from([0xff, 0xfe, 0x0a, 0xc0, 0xaf]))],
    ['replaced by 10 MB of text', (file) => writeFile(file, 'x'.repeat(10_000_000))],
    ['given lines twice', async (file) => appendFile(file, await readFile(file))],
  ])('of one copy (%s) loses nothing, and nothing that is there is taken away', async (_, damage) => {
    for (const file of [main, mirror]) {
      await writeThree();
      await damage(file);
      const before = await readFile(file).catch(() => Buffer.alloc(0));
      expect(await readNow()).toEqual({ entries: three, missing: {} });
      const after = await readFile(file);
      expect(after.subarray(0, before.length).equals(before)).toBe(true);
      // The other copy may go now: what was damaged has everything again.
      await rm(file === main ? mirror : main);
      expect((await readNow()).entries).toEqual(three);
      await rm(folder, { recursive: true });
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('of both copies is told, and what can be read is there', async () => {
    await writeThree();
    for (const file of [main, mirror]) await overwrite(file, 30, 'XXXXXXXX');
    expect(await readNow()).toEqual({ entries: three.slice(1), missing: { damaged: 1 } });
    // It stays told: an entry is lost for good.
    expect((await readNow()).missing).toEqual({ damaged: 1 });
  });

  it('of both copies in different lines loses nothing', async () => {
    await writeThree();
    await overwrite(main, 30, 'XXXXXXXX');
    await overwrite(mirror, (await readFile(mirror)).length - 30, 'XXXXXXXX');
    expect((await readNow()).entries).toEqual(three);
  });

  it.each([1, 10, 17, 18, 40, 100])('leaves a line that was cut after %d bytes, and ends it', async (length) => {
    await writeThree();
    for (const file of [main, mirror]) await appendFile(file, lineOf(noteEntry(4)).slice(0, length));
    const files = window();
    const { entries, missing } = await files.read('i1');
    expect(entries).toEqual(three);
    // Of a line of which only the line break was written, nothing was written.
    expect(missing).toEqual(length === 1 ? {} : { torn: 1 });
    await files.append(noteEntry(5));
    expect((await readNow()).entries).toEqual([...three, noteEntry(5)]);
    if (length > 1) expect((await readNow()).missing).toEqual({ torn: 1 });
  });

  it('leaves entries of a newer version alone, tells of them, and goes on writing below', async () => {
    await writeThree();
    const line = `\n${newerChecked(newerLine)}\n`;
    for (const file of [main, mirror]) await appendFile(file, line);
    const files = window();
    expect(await files.read('i1')).toEqual({ entries: three, missing: { newer: 1 } });
    expect(await files.append(noteEntry(4))).toEqual({ kind: 'saved' });
    for (const file of [main, mirror]) expect(await readFile(file, 'utf8')).toContain(line);
  });

  it('does not believe a file that was copied from another incident', async () => {
    await writeThree();
    const other = createHash('sha256').update('i2').digest('hex').slice(0, 32);
    for (const ending of ['jsonl', 'mirror.jsonl'])
      await writeFile(join(folder, `${other}.${ending}`), await readFile(main));
    expect(await readNow('i2')).toEqual({ entries: [], missing: { damaged: 3 } });
  });

  it('reads the end of a journal that has grown too large, and says so', async () => {
    await writeThree();
    await rm(mirror);
    const filler = `${'x'.repeat(20_000)}\n`.repeat(3_400);
    await writeFile(main, filler);
    for (const entry of three) await appendFile(main, lineOf(entry));
    const { entries, missing } = await readNow();
    expect(entries).toEqual(three);
    expect(missing.skippedBytes).toBeGreaterThan(0);
  });

  it('is not what clearing the folder is: that brings nothing back', async () => {
    await writeThree();
    const files = window();
    await files.read('i1');
    await rm(folder, { recursive: true });
    await files.refresh();
    expect(await files.read('i1')).toEqual({ entries: [], missing: {} });
    expect(await readNow()).toEqual({ entries: [], missing: {} });
  });

  it('nor is clearing all journals, which leaves other files alone', async () => {
    await writeThree();
    await writeFile(join(folder, 'other.txt'), 'x');
    const files = window();
    await files.read('i1');
    expect(await files.clear()).toBe(true);
    expect(await files.read('i1')).toEqual({ entries: [], missing: {} });
    expect(await readdir(folder)).toEqual(['other.txt']);
    expect(await window().clear()).toBe(true);
  });

  it('while a journal is open is repaired as well', async () => {
    await writeThree();
    const files = window();
    await files.read('i1');
    await truncate(main);
    await files.refresh();
    await rm(mirror);
    expect((await readNow()).entries).toEqual(three);
  });
});

describe('a disk that does not take entries', () => {
  it.runIf(process.platform === 'linux')('because it is full says so and loses nothing that was there', async () => {
    await mkdir(folder, { recursive: true });
    for (const file of [main, mirror]) await symlink('/dev/full', file);
    expect(await window().append(noteEntry(1))).toEqual({ kind: 'notSaved', code: 'ENOSPC' });
    expect(notices).toEqual([{ kind: 'unwritable', code: 'ENOSPC', copiesWritten: 0 }]);
    for (const file of [main, mirror]) await rm(file);
    expect(await window().append(noteEntry(2))).toEqual({ kind: 'saved' });
  });

  it.runIf(process.platform === 'linux')(
    'for one copy alone has it in the other, and gives it back later',
    async () => {
      await mkdir(folder, { recursive: true });
      await symlink('/dev/full', mirror);
      expect(await window().append(noteEntry(1))).toEqual({ kind: 'saved' });
      expect(notices).toEqual([{ kind: 'unwritable', code: 'ENOSPC', copiesWritten: 1 }]);
      await rm(mirror);
      await readNow();
      await rm(main);
      expect((await readNow()).entries).toEqual([noteEntry(1)]);
    },
  );

  it('because there is no folder to write in says so', async () => {
    await mkdir(join(folder, '..'), { recursive: true });
    await writeFile(folder, 'no folder');
    expect(await window().append(noteEntry(1))).toEqual({ kind: 'notSaved', code: 'EEXIST' });
  });

  it('nor gives them says so, and never that there are none', async () => {
    await mkdir(main, { recursive: true });
    await mkdir(mirror);
    const { entries, missing } = await readNow();
    expect(entries).toEqual([]);
    expect(missing).toEqual({ failure: 'EISDIR' });
  });
});

async function overwrite(file: string, at: number, text: string): Promise<void> {
  const bytes = await readFile(file);
  bytes.write(text, at);
  await writeFile(file, bytes);
}

/** A line of the same form whose checksum holds, as a newer version would write it. */
function newerChecked(line: string): string {
  const json = line.trim().slice(17);
  return `${createHash('sha256').update(json).digest('hex').slice(0, 16)} ${json}`;
}
