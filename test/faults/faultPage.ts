import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../test-results');
const parts = path.join(folder, 'faults');

/** What one fault did, as the tests saw it. */
export interface FaultRow {
  /** As the test is named: "F14: a nextLink to …". */
  readonly title: string;
  /** The name by which it was injected. */
  readonly fault: string;
  /** For lists of the subscription that was hit; undefined where a test looks at something else. */
  readonly requests?: number;
  readonly milliseconds?: number;
  /** "healed", or the kind of the failure. */
  readonly outcome: string;
  /** What stands beside the subscription in the tree. */
  readonly row: string;
  /** Names of the invariants that were seen to hold. */
  readonly held?: readonly string[];
  /** Why an invariant cannot hold of this fault, or holds within larger limits. */
  readonly reasons?: Readonly<Partial<Record<string, string>>>;
}

/**
 * Notes a row, and writes the page anew from all rows that there are. Files of tests run in processes of their own, so
 * each row is a file, and the page is replaced as a whole.
 */
export function noteFault(row: FaultRow): void {
  mkdirSync(parts, { recursive: true });
  writeFileSync(fileOf(row.title), JSON.stringify(row));
  const rows = readdirSync(parts).flatMap((name) => readRow(path.join(parts, name)));
  rows.sort((a, b) => numberOf(a) - numberOf(b) || a.title.localeCompare(b.title));
  const page = `${head}${rows.map(line).join('\n')}\n`;
  const draft = path.join(folder, `faults.${String(process.pid)}.md`);
  writeFileSync(draft, page);
  renameSync(draft, path.join(folder, 'faults.md'));
}

/** Notes a test of a fault that is no trial: of a sign-in, a proxy, a click or a file. */
export function noteTest(task: Pick<TestContext['task'], 'name' | 'result'>): void {
  const { name, result } = task;
  if (!/^F\d+/.test(name) || existsSync(fileOf(name))) return;
  const outcome = (result?.errors?.length ?? 0) > 0 ? 'not as it must be' : 'as it says';
  noteFault({ title: name, fault: name.split(':')[0] ?? '', outcome, row: '' });
}

function fileOf(title: string): string {
  return path.join(parts, `${title.replaceAll(/[^\w]+/g, '-').slice(0, 120)}.json`);
}

const head = `# Faults, and what the extension made of them

Written by the tests in \`test/faults\`: each fault was injected while the product's own store refreshed over a TLS socket. After each, nine invariants were asserted:

- I1: only a listing that ended replaces what was known; else the old alerts stay, marked stale.
- I2: "nothing found" only after everything was read.
- I3: checklists are the same, byte for byte.
- I4: no byte of a token to any other place.
- I5: the refresh ends in time, within a second of Cancel, and no error goes unheard.
- I6: one row in plain words, with a way on.
- I7: no token, cookie or body in the log, the state or the row.
- I8: 99 in 100 turns of the event loop take less than 100 ms of the processor, and memory grows by less than 200 MB.
- I9: no more requests than stated.

| fault | what was injected | requests | ms | outcome | beside the subscription | invariants |
| --- | --- | ---: | ---: | --- | --- | --- |
`;

function line(noted: FaultRow): string {
  const { title, fault, requests, milliseconds, outcome, row } = noted;
  const number = /^F\d+/.exec(title)?.[0] ?? title.split(':')[0] ?? '';
  const what = title.slice(title.indexOf(':') + 1).trim();
  const form = fault === number ? '' : ` (\`${fault}\`)`;
  const cells = [
    number,
    `${what}${form}`,
    String(requests ?? ''),
    milliseconds?.toFixed(0) ?? '',
    outcome,
    row,
    invariantsOf(noted),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}

function invariantsOf({ held = [], reasons = {} }: FaultRow): string {
  const all = held.length === 9 ? 'all nine' : held.join(' ');
  return [all, ...Object.entries(reasons).map(([name, reason]) => `${name}: ${reason ?? ''}`)].join('; ');
}

function numberOf({ title }: FaultRow): number {
  return Number(/^F(\d+)/.exec(title)?.[1] ?? 0);
}

/** Empty while another process is still writing it. */
function readRow(file: string): FaultRow[] {
  try {
    return [JSON.parse(readFileSync(file, 'utf8')) as FaultRow];
  } catch {
    return [];
  }
}
