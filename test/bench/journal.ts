import { randomUUID } from 'node:crypto';
import { appendFile, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeLine } from '../../src/platform/files/checkedLine.ts';
import { systemPauses } from '../../src/platform/systemPauses.ts';
import { entryLine } from '../../src/response/journal/entryLine.ts';
import { JournalFiles } from '../../src/response/journal/journalFiles.ts';
import { noteEntry } from '../builders/journalEntry.ts';
import { milliseconds, type BenchRow } from './measure.ts';

const lines = 100_000;
const appends = 1_000;
const budget = 5;

/** How long an entry takes to be in both copies, when each holds many, beside a line for which the disk is waited for. */
export async function benchJournal(): Promise<BenchRow> {
  const folder = await mkdtemp(join(tmpdir(), 'journal-bench-'));
  try {
    const files = new JournalFiles({ folder, pauses: systemPauses, onNotice: () => undefined });
    await files.append(noteEntry(0));
    const text = Array.from({ length: lines }, (_, number) => encodeLine(entryLine, noteEntry(number + 1))).join('');
    for (const name of await readdir(folder)) await appendFile(join(folder, name), text);
    await files.read('i1');
    const ours: number[] = [];
    const floor: number[] = [];
    for (let number = 0; number < appends; number += 1)
      ours.push(await timed(() => files.append({ ...noteEntry(lines + number), id: randomUUID() })));
    // After it, not in turn: waiting for the disk holds up whoever writes beside it.
    for (let number = 0; number < appends; number += 1)
      floor.push(await timed(() => writtenPlainly(join(folder, 'floor'))));
    files.dispose();
    const p99 = percentile(ours, 0.99);
    return {
      name: `append to a journal of ${lines.toLocaleString('en')} lines, p99`,
      measured: milliseconds(p99),
      beside: `median ${milliseconds(percentile(ours, 0.5))}; one line written and waited for: median ${milliseconds(percentile(floor, 0.5))}, p99 ${milliseconds(percentile(floor, 0.99))}`,
      budget: `≤ ${String(budget)} ms`,
      ok: p99 <= budget,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writtenPlainly(path: string): Promise<void> {
  const file = await open(path, 'a');
  await file.appendFile(encodeLine(entryLine, noteEntry(1)));
  await file.datasync();
  await file.close();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function percentile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;
}
