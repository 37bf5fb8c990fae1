import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { projectRoot } from '../host/paths.ts';
import { writeUserSettings, type UserSettings } from '../host/userSettings.ts';

export interface HostStart {
  /** What `buildForHost` gave. */
  readonly entry: string;
  /** Folder of VS Code's settings and state. */
  readonly userFolder: string;
  readonly settings: UserSettings;
  readonly env?: Readonly<Record<string, string>>;
}

/** Bundles a file of `inHost`, which runs beside the extension, and gives the bundle's path. */
export async function buildForHost(name: string): Promise<string> {
  const entry = join(projectRoot, 'dist', 'test', 'bench', `${name}.js`);
  await build({
    entryPoints: [join(projectRoot, 'test', 'bench', 'inHost', `${name}.ts`)],
    outfile: entry,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  return entry;
}

/** Starts VS Code with the production bundle, runs the entry in its extension host, and gives what that wrote. */
export async function startInHost(start: HostStart): Promise<unknown> {
  const { entry, env = {}, settings, userFolder } = start;
  const folder = await mkdtemp(join(tmpdir(), 'asi-'));
  const result = join(folder, 'result.json');
  const shim = process.platform === 'win32' ? 'code-shim.cmd' : 'code-shim';
  try {
    await writeUserSettings(userFolder, settings);
    await runTests({
      vscodeExecutablePath: join(projectRoot, 'test', 'host', shim),
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: entry,
      extensionTestsEnv: { ...env, BENCH_RESULT: result },
      launchArgs: [`--user-data-dir=${userFolder}`, `--extensions-dir=${join(folder, 'extensions')}`],
    });
    return JSON.parse(await readFile(result, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
