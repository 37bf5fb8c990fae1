import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../host/paths.ts';
import { median, milliseconds, type BenchRow } from './measure.ts';

const budget = 20;
const starts = 15;

/** Loads all runbooks in a new process and resolves one alert, as the first panel does; then reads the same bytes alone. */
const script = `
const started = performance.now();
const { resolveRunbook } = require(process.argv[1]);
const { specific } = resolveRunbook('RDP_Incoming_BF_OneToOne');
const loaded = performance.now();
require('node:fs').readFileSync(process.argv[1], 'utf8');
console.log(JSON.stringify({ specific, load: loaded - started, read: performance.now() - loaded }));
`;

interface Loading {
  readonly specific: boolean;
  readonly load: number;
  readonly read: number;
}

/** What the first incident that is opened waits for, beside the time in which the file is read. */
export function benchRunbooks(): Promise<BenchRow> {
  const path = join(projectRoot, 'dist', 'runbooks.js');
  const runs = Array.from({ length: starts }, () => {
    const { stdout } = spawnSync(process.execPath, ['-e', script, path], { encoding: 'utf8' });
    return JSON.parse(stdout) as Loading;
  });
  const load = median(runs.map((run) => run.load));
  return Promise.resolve({
    name: 'load all runbooks and find the first',
    measured: milliseconds(load),
    beside: `the file read alone: ${milliseconds(median(runs.map((run) => run.read)))}`,
    budget: `≤ ${String(budget)} ms`,
    ok: load <= budget && runs.every(({ specific }) => specific),
  });
}
