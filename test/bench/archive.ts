import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { IncidentArchive } from '../../src/platform/cache/incidentArchive.ts';
import { systemPauses } from '../../src/platform/systemPauses.ts';
import { archiveEntries } from '../../src/services/archive/archiveEntries.ts';
import type { ArchivedIncident, ArchivedMember } from '../../src/services/archive/archivedIncident.ts';
import { writeArchiveLine } from '../../src/services/archive/archiveLine.ts';
import { searchItems } from '../../src/services/itemSearch.ts';
import { sliced } from '../../src/services/slices.ts';
import { anArchivedIncident } from '../builders/archivedIncident.ts';
import { aStoreState } from '../builders/storeState.ts';
import { HoldProbe, type LongestHold } from './holdProbe.ts';
import { median, milliseconds, type BenchRow } from './measure.ts';

const owner = 'bench';
const megabyte = 1024 * 1024;

/** As the settings have them where a person says nothing. */
const limits = { maxAge: 730 * 86_400_000, maxSize: 50 * megabyte };

/** So full is the archive: what is added still fits. */
const filled = 48 * megabyte;

/** Incidents that a refresh brings, half of them known. */
const brought = 200;

const rounds = 5;
const longestHold = 50;

/** An archive near its limit of 50 MB: looked at, and added to, as after each refresh. */
export async function benchArchive(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-archive-'));
  const file = path.join(folder, 'incidents.ndjson');
  try {
    const lines = fullArchive();
    await writeFile(file, lines.join(''));
    const archive = openArchive(folder);
    const read = await compare(
      () => archive.read(),
      () => bareReading(file),
    );
    let round = 0;
    const added = await compare(
      async () => {
        round += 1;
        if (!(await archive.add(incidentsOf(lines.length, round), limits))) throw new Error('Nothing was added');
      },
      async () => {
        const incidents = await bareReading(file);
        await writeFile(`${file}.bare`, incidents.map((each) => `${JSON.stringify(each)}\n`).join(''));
      },
    );
    const browsed = await compare(
      () => browse(archive),
      () => bareReading(file),
    );
    const name = `archive of ${String(filled / megabyte)} MB, ${lines.length.toLocaleString('en')} incidents`;
    return [
      ratioRow(`${name}, read`, read, 'read and parsed bare', 2),
      ratioRow(`  ${String(brought)} incidents put into it`, added, 'read, parsed and written bare', 2.5),
      ratioRow('  made into rows and searched', browsed, 'read and parsed bare', 4),
      holdRow('  longest hold meanwhile', [read.hold, added.hold, browsed.hold]),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the command does that shows the archive, with a few keys typed. */
async function browse(archive: IncidentArchive): Promise<void> {
  const reading = await archive.read();
  if (reading.kind !== 'read') throw new Error(`The archive is ${reading.kind}`);
  const entries = await sliced(archiveEntries(reading.incidents.values(), aStoreState([])), systemPauses);
  for (const typed of ['', 'w', 'we', 'web-1 unusual', 'local:1234']) {
    if (searchItems(entries, typed, 200).found.length === 0) throw new Error(`Nothing is found for "${typed}"`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function openArchive(folder: string): IncidentArchive {
  return new IncidentArchive({
    folder,
    owner,
    clock: { now: () => Date.now() },
    pauses: systemPauses,
    onNotice: ({ kind }) => {
      throw new Error(`The archive says ${kind}`);
    },
  });
}

function fullArchive(): readonly string[] {
  const lines: string[] = [];
  for (let size = 0; size < filled;) {
    const line = writeArchiveLine(incident(lines.length), owner);
    size += line.length;
    lines.push(line);
  }
  return lines;
}

/** What a refresh brings: some that are known and have changed since, and as many new ones. */
function incidentsOf(known: number, round: number): readonly ArchivedIncident[] {
  return Array.from({ length: brought }, (_, n) => ({
    ...incident(n % 2 === 0 ? n : known + round * brought + n),
    score: 50 + (round % 50),
    recordedAt: Date.now(),
  }));
}

function incident(n: number): ArchivedIncident {
  const time = Date.now() - (n % 500) * 86_400_000;
  const members = Array.from({ length: 3 + (n % 8) }, (_, index): ArchivedMember => {
    const title = `Suspicious sign-in from an unusual place, number ${String(index)} of incident ${String(n)}`;
    return {
      id: `${String(n)}-${String(index)}`,
      title,
      severity: 'Medium',
      type: 'VM_Unusual',
      time,
      status: 'Active',
    };
  });
  return anArchivedIncident({
    id: `local:${String(n)}`,
    members,
    firstActivity: time,
    lastActivity: time,
    recordedAt: time,
  });
}

/** The floor: the same file in one go. */
async function bareReading(file: string): Promise<readonly unknown[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line) => (line === '' ? [] : [JSON.parse(line) as unknown]));
}

interface Compared {
  readonly ours: number;
  readonly bare: number;
  readonly hold: LongestHold;
}

/** Both by the clock, in turn; the first round warms up. */
async function compare(ours: () => Promise<unknown>, bare: () => Promise<unknown>): Promise<Compared> {
  const pairs: Compared[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    globalThis.gc?.();
    const probe = new HoldProbe();
    probe.start();
    const took = await wallOf(ours);
    const hold = probe.stop();
    const pair = { ours: took, bare: await wallOf(bare), hold };
    if (round > 0) pairs.push(pair);
  }
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    bare: median(pairs.map((pair) => pair.bare)),
    hold: {
      cpu: Math.max(...pairs.map(({ hold }) => hold.cpu)),
      wall: Math.max(...pairs.map(({ hold }) => hold.wall)),
    },
  };
}

async function wallOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function ratioRow(name: string, { ours, bare }: Compared, floor: string, most: number): BenchRow {
  const ratio = ours / bare;
  return {
    name,
    measured: milliseconds(ours),
    beside: `${milliseconds(bare)} ${floor}; ratio ${ratio.toFixed(2)}`,
    budget: `ratio ≤ ${String(most)}`,
    ok: ratio <= most,
  };
}

function holdRow(name: string, holds: readonly LongestHold[]): BenchRow {
  const cpu = Math.max(...holds.map((hold) => hold.cpu));
  const wall = Math.max(...holds.map((hold) => hold.wall));
  return {
    name,
    measured: milliseconds(cpu),
    beside: `CPU; ${milliseconds(wall)} on the clock`,
    budget: `≤ ${String(longestHold)} ms`,
    ok: cpu <= longestHold,
  };
}
