import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureCachedFolder } from './cachedFolder.ts';
import { HostError } from './hostError.ts';
import { cacheRoot } from './paths.ts';
import { runProcess } from './runProcess.ts';

/** The npm package that carries the server and workbench of VS Code 1.139.1. */
const hostPackage = 'code-server';
const hostVersion = '4.139.1';

/** `--ignore-scripts`: the native add-ons that the scripts would compile are optional, and a compiler may be absent. */
const npmFlags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];

export interface Host {
  /** The script that runs the VS Code server under Node. */
  readonly serverScript: string;
  /** Whether this call installed it, rather than finding it in the cache. */
  readonly installed: boolean;
}

/**
 * Puts a real VS Code (server and workbench) into the cache folder, unless it is there.
 * @param onStep told what is being done, when something has to be done.
 * @throws HostError when npm fails.
 */
export async function installHost(onStep: (step: string) => void = () => undefined): Promise<Host> {
  const target = join(cacheRoot, `${hostPackage}-${hostVersion}`);
  const serverScript = join(target, 'node_modules', hostPackage, 'lib', 'vscode', 'out', 'server-main.js');
  const installed = await ensureCachedFolder({
    target,
    isComplete: () => existsSync(serverScript) && existsSync(join(target, 'installed')),
    fill: async (staging) => {
      onStep(`Downloading ${hostPackage} ${hostVersion} from the npm registry`);
      await writeFile(join(staging, 'package.json'), '{ "private": true }\n');
      await npm(staging, ['install', `${hostPackage}@${hostVersion}`, ...npmFlags]);
      onStep("Installing VS Code's own dependencies");
      const vscode = join(staging, 'node_modules', hostPackage, 'lib', 'vscode');
      await npm(vscode, ['install', '--omit=dev', ...npmFlags]);
      await writeFile(join(staging, 'installed'), '');
    },
  });
  return { serverScript, installed };
}

/** Runs npm under this Node, not under the global one: `npm_execpath` is npm's own script when npm started us. */
async function npm(folder: string, args: readonly string[]): Promise<void> {
  const script = process.env['npm_execpath'];
  const { exitCode, output } =
    script === undefined || !/\.c?js$/.test(script)
      ? await runProcess('npm', args, { cwd: folder, shell: process.platform === 'win32' })
      : await runProcess(process.execPath, [script, ...args], { cwd: folder });
  if (exitCode === 0) return;
  throw new HostError(
    `npm could not install ${hostPackage}@${hostVersion} (exit code ${String(exitCode)}):\n${output}`,
    'Check that the npm registry can be reached, then run the command again: it starts afresh, nothing has to be removed.',
  );
}
