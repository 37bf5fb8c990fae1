import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { projectRoot } from '../host/paths.ts';
import { writeUserSettings } from '../host/userSettings.ts';
import type { HostStartup } from './inHost/index.ts';
import type { BenchRow } from './measure.ts';
import { median, milliseconds } from './measure.ts';

const starts = 7;
const entry = join(projectRoot, 'dist', 'test', 'bench', 'index.js');

/** Starts VS Code seven times with the production bundle and reads what loading and activating cost each time. */
export async function benchHostStartup(): Promise<readonly BenchRow[]> {
  await build({
    entryPoints: [join(projectRoot, 'test', 'bench', 'inHost', 'index.ts')],
    outfile: entry,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  const runs: HostStartup[] = [];
  for (let run = 0; run < starts; run += 1) runs.push(await startOnce());
  const of = (pick: (startup: HostStartup) => number): number => median(runs.map(pick));
  const git = `git: ${milliseconds(of((r) => r.gitLoad))} load, ${milliseconds(of((r) => r.gitActivate))} activate`;
  const load = of((r) => r.load);
  const cpu = of((r) => r.cpu);
  const product = `dist/product.js at the first use: ${milliseconds(of((r) => r.product))}, ${milliseconds(of((r) => r.productCpu))} of CPU`;
  return [
    { name: 'load dist/extension.js', measured: milliseconds(load), beside: git, budget: '≤ 5 ms', ok: load <= 5 },
    {
      name: 'load and activate, CPU of the host',
      measured: milliseconds(cpu),
      beside: `activation alone ${milliseconds(of((r) => r.activate))}; ${product}`,
      budget: '≤ 25 ms',
      ok: cpu <= 25,
    },
  ];
}

async function startOnce(): Promise<HostStartup> {
  const folder = await mkdtemp(join(tmpdir(), 'asi-'));
  const result = join(folder, 'startup.json');
  try {
    await writeUserSettings(join(folder, 'user'), { 'securityIncidents.signIn': 'sample' });
    await runTests({
      vscodeExecutablePath: join(
        projectRoot,
        'test',
        'host',
        process.platform === 'win32' ? 'code-shim.cmd' : 'code-shim',
      ),
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: entry,
      extensionTestsEnv: { BENCH_RESULT: result },
      launchArgs: [`--user-data-dir=${join(folder, 'user')}`, `--extensions-dir=${join(folder, 'extensions')}`],
    });
    return JSON.parse(await readFile(result, 'utf8')) as HostStartup;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
