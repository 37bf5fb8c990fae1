import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dump } from './dump.ts';
import { generate } from './generator/generate.ts';
import type { BenchOptions } from './options.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs of which the quickest counts: the others waited for the machine. */
const runs = 5;

/** What is asked of the command line. Ratios are to its own JSON.parse, so that they hold on any machine. */
const goals = { correlate: 0.35, afterParse: 1, megabytes: 1_500 };

/** Printed when the process ends, by a line that is loaded before it. */
const peakMark = 'peak kilobytes: ';
const peakPrinter = `process.on('exit', () => process.stderr.write('${peakMark}' + process.resourceUsage().maxRSS))`;

interface Cost {
  /** CPU milliseconds. */
  readonly parseMs: number;
  readonly correlateMs: number;
  readonly totalMs: number;
  readonly megabytes: number;
}

/** Builds the command line, and prints what it takes for one world: CPU against its own parser, and memory. */
export async function reportCost({ seed, tiers: [tier = 'normal'], alerts, templates }: BenchOptions): Promise<void> {
  spawnSync(process.execPath, ['esbuild.js'], { cwd: root, stdio: 'ignore' });
  const folder = await mkdtemp(join(tmpdir(), 'correlation-'));
  try {
    const file = join(folder, 'alerts.ndjson');
    await dump(generate({ seed, tier, alerts, templates }), file);
    const costs: Cost[] = [];
    for (let run = 0; run < runs; run += 1) costs.push(await costOf(file));
    report(`${alerts} alerts, ${tier}`, costs);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function report(world: string, costs: readonly Cost[]): void {
  const least = (value: (cost: Cost) => number): number => Math.min(...costs.map(value));
  const [parse, correlate] = [least(({ parseMs }) => parseMs), least(({ correlateMs }) => correlateMs)];
  const total = least(({ totalMs }) => totalMs);
  const megabytes = Math.max(...costs.map((cost) => cost.megabytes));
  const milliseconds = [parse, correlate, total].map((value) => value.toFixed(0));
  console.log(
    `${world}: parse ${milliseconds[0]} ms, correlate ${milliseconds[1]} ms, total ${milliseconds[2]} ms of CPU`,
  );
  reportGoal('correlate : parse', correlate / parse, goals.correlate);
  reportGoal('all but the parser : parse', (total - parse) / parse, goals.afterParse);
  reportGoal('megabytes at most', megabytes, goals.megabytes);
}

function reportGoal(what: string, value: number, goal: number): void {
  console.log(`${value <= goal ? '✔' : '✘'} ${what}: ${value.toFixed(2)} (at most ${goal})`);
}

/** One run of the command line as people run it. */
function costOf(file: string): Promise<Cost> {
  const command = [join(root, 'dist/cli.js'), 'correlate', '--input', file, '--format', 'ndjson'];
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${peakPrinter}`, ...command]);
  let [lastOutput, errors] = ['', ''];
  // The last line has the timings; it begins with the standalone alerts, which nobody needs here.
  child.stdout.on('data', (data: Buffer) => (lastOutput = (lastOutput + data.toString('latin1')).slice(-1_000)));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString('utf8')));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const timings = /"timings":(\{.*?\})/.exec(lastOutput)?.[1];
      const kilobytes = Number(errors.slice(errors.lastIndexOf(peakMark) + peakMark.length));
      if (timings === undefined) reject(new Error(`The command line ended with ${code ?? 'a signal'}: ${errors}`));
      else resolve({ ...(JSON.parse(timings) as Omit<Cost, 'megabytes'>), megabytes: kilobytes / 1024 });
    });
  });
}
