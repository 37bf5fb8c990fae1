import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemPauses } from '../../../src/platform/systemPauses.ts';
import { JournalFiles } from '../../../src/response/journal/journalFiles.ts';
import type { JournalReading } from '../../../src/services/response/journal/journal.ts';
import { longNote } from './journalWriter.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The program of a window: Node runs TypeScript as it is. */
const program = `
  const [, folder, first, count, fate] = process.argv;
  
  if (fate !== '') await (await import(${JSON.stringify(new URL('dieAt.ts', import.meta.url).href)})).meet(JSON.parse(fate));
  const { writeNotes } = await import(${JSON.stringify(new URL('journalWriter.ts', import.meta.url).href)});
  await writeNotes(folder, Number(first), Number(count), (number) => process.stdout.write(number + '\\n')).catch((error) => {
    process.stdout.write(error.message + '\\n');
  });
`;

interface Fate {
  readonly at: number;
  readonly bytes?: number;
  readonly code?: string;
}

/** Runs a window that appends notes, to its end or to its fate. Gives what it said: numbers that were saved, or why not. */
async function runWindow(first: number, count: number, fate?: Fate): Promise<readonly string[]> {
  const given = [folder, String(first), String(count), fate === undefined ? '' : JSON.stringify(fate)];
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', program, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  return output.split('\n').filter((line) => line !== '');
}

/** What a window that opens now reads. */
async function readNow(): Promise<JournalReading> {
  const files = new JournalFiles({ folder, pauses: systemPauses, onNotice: () => undefined });
  const reading = await files.read('i1');
  files.dispose();
  return reading;
}

describe('windows in processes of their own', () => {
  it('lose none of 4 × 200 entries written at once, and no line has another one in it', async () => {
    const said = await Promise.all([0, 1000, 2000, 3000].map((first) => runWindow(first, 200)));
    expect(said.map(({ length }) => length)).toEqual([200, 200, 200, 200]);
    const { entries, missing } = await readNow();
    expect(missing).toEqual({});
    expect(entries).toEqual(
      [0, 1000, 2000, 3000].flatMap((first) => Array.from({ length: 200 }, (_, at) => longNote(first + at))),
    );
    for (const name of await readdir(folder)) {
      const lines = (await readFile(join(folder, name), 'utf8')).split('\n').filter((line) => line !== '');
      expect(lines).toHaveLength(800);
    }
  }, 120_000);

  /** For each of two copies: make the folder, open, write, close. */
  const callsOfAnAppend = 8;
  const points = Array.from({ length: callsOfAnAppend }, (_, call): readonly [string, Fate] => [
    `call ${String(call + 1)}`,
    { at: callsOfAnAppend + call + 1 },
  ]);
  const cuts = [3, 7].flatMap((call) =>
    [1, 5, 17, 18, 200, 4_096].map((bytes): readonly [string, Fate] => [
      `byte ${String(bytes)} of write ${call === 3 ? '1' : '2'}`,
      { at: callsOfAnAppend + call, bytes },
    ]),
  );

  it.each([...points, ...cuts])(
    'lose nothing but the entry being written when they are killed at %s',
    async (_, fate) => {
      // The first entry is written, the second one is cut off.
      expect(await runWindow(1, 2, fate)).toEqual(['1']);
      const { entries } = await readNow();
      expect(entries.filter(({ at }) => at === longNote(1).at)).toEqual([longNote(1)]);
      expect(entries.every((entry) => [longNote(1).id, longNote(2).id].includes(entry.id))).toBe(true);
      // The next window goes on, and what was cut off stands in nobody's way.
      expect(await runWindow(3, 1)).toEqual(['3']);
      const after = await readNow();
      expect(after.entries.map(({ id }) => id)).toEqual([...entries.map(({ id }) => id), longNote(3).id]);
      expect(after.missing).toEqual({});
    },
    120_000,
  );

  it('lose nothing that was saved when they are killed at any moment, twenty times over', async () => {
    const saved: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const said = await runWindow(round * 100, 100, { at: 15 + round * 7 });
      expect(said.length).toBeGreaterThan(0);
      saved.push(...said.map(Number));
    }
    const read = new Set((await readNow()).entries.map(({ id }) => id));
    expect(saved.filter((number) => !read.has(longNote(number).id))).toEqual([]);
  }, 120_000);
});

describe('a system that refuses', () => {
  /** The first call of each kind of the first append: make the folder, open, write. */
  it.each(
    ['ENOSPC', 'EACCES', 'EROFS', 'EMFILE', 'EIO', 'EDQUOT'].flatMap((code) =>
      [1, 2, 3].map((call) => [code, call] as const),
    ),
  )('with %s at call %d is told, and everything that was there stays', async (code, call) => {
    expect(await runWindow(1, 3)).toEqual(['1', '2', '3']);
    const before = await readNow();
    const [said = ''] = await runWindow(4, 1, { at: call, code });
    // From that call on it fails for both copies.
    expect(JSON.parse(said)).toEqual({ kind: 'notSaved', code });
    const after = await readNow();
    expect(after.entries.slice(0, 3)).toEqual(before.entries);
    expect(after.missing).toEqual({});
  });
});
