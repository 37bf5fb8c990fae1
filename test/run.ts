import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** One row of `npm test`: a command, and where its count of tests comes from. */
interface Tier {
  readonly name: string;
  readonly command: readonly string[];
  /** Absent for checks that count no tests; "vitest" reads its JSON report, "output" the line "N passed, N failed". */
  readonly count?: 'vitest' | 'output';
}

interface Outcome {
  readonly tier: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const project = resolve(import.meta.dirname, '..');
const results = join(project, 'test-results');
const bin = (name: string): string => join(project, 'node_modules', '.bin', name);
const npm = (script: string): readonly string[] => [
  process.platform === 'win32' ? 'npm.cmd' : 'npm',
  'run',
  '--silent',
  script,
];

const vitestTier = (name: string, projects: readonly string[]): Tier => ({
  name,
  count: 'vitest',
  command: [
    bin('vitest'),
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportOf(name)}`,
  ],
});

/** In this order: what fails fast and is cheap comes first, and the package is built before VS Code runs it. */
const tiers: readonly Tier[] = [
  { name: 'check', command: npm('check') },
  vitestTier('unit', ['unit']),
  vitestTier('system', ['system']),
  vitestTier('webview', ['webview']),
  { name: 'package', command: npm('package') },
  vitestTier('package contract', ['package']),
  { name: 'integration', command: [process.execPath, 'test/integration/runTests.ts'], count: 'output' },
  vitestTier('e2e', ['e2e']),
];

function reportOf(name: string): string {
  return join(results, `${name.replaceAll(' ', '-')}.json`);
}

async function run(tier: Tier): Promise<Outcome> {
  console.log(`\n▶ ${tier.name}`);
  const started = performance.now();
  const { code, output } = await execute(tier.command);
  const seconds = (performance.now() - started) / 1000;
  const counts = await countTests(tier, output);
  // A tier that should have run tests and ran none has shown nothing.
  const ok = code === 0 && (tier.count === undefined || counts.passed > 0) && counts.failed === 0;
  return { tier: tier.name, ok, seconds, ...counts };
}

function execute([command = '', ...args]: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((settle) => {
    const child = spawn(command, args, {
      cwd: project,
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    });
    child.on('error', (error) => settle({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => settle({ code: code ?? 1, output }));
  });
}

async function countTests(tier: Tier, output: string): Promise<Pick<Outcome, 'passed' | 'failed' | 'skipped'>> {
  const none = { passed: 0, failed: 0, skipped: 0 };
  if (tier.count === undefined) return none;
  if (tier.count === 'output') {
    const line = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
    return line === undefined ? none : { passed: Number(line[1]), failed: Number(line[2]), skipped: 0 };
  }
  try {
    const report = JSON.parse(await readFile(reportOf(tier.name), 'utf8')) as Record<string, number>;
    return {
      passed: report['numPassedTests'] ?? 0,
      failed: report['numFailedTests'] ?? 0,
      skipped: (report['numPendingTests'] ?? 0) + (report['numTodoTests'] ?? 0),
    };
  } catch {
    return none;
  }
}

function summarize(outcomes: readonly Outcome[]): void {
  const sum = (pick: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, outcome) => total + pick(outcome), 0);
  console.log('');
  for (const { tier, ok, seconds, passed, failed, skipped } of outcomes) {
    const tests = passed + failed + skipped === 0 ? '' : `${passed} passed, ${failed} failed, ${skipped} skipped`;
    console.log(`${ok ? '✔' : '✘'} ${tier.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s  ${tests}`);
  }
  // A check without tests that failed counts as one failure, so that the last line never reads like success.
  const failedChecks = outcomes.filter(({ ok, failed }) => !ok && failed === 0).length;
  console.log(
    `\n${sum((o) => o.passed)} passed, ${sum((o) => o.failed) + failedChecks} failed, ${sum((o) => o.skipped)} skipped`,
  );
}

await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });
const outcomes: Outcome[] = [];
for (const tier of tiers) outcomes.push(await run(tier));
summarize(outcomes);
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;
