import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureCachedFolder } from './cachedFolder.ts';
import { HostError } from './hostError.ts';
import { npm } from './npm.ts';
import { cacheRoot } from './paths.ts';

/** The npm package that carries the server and workbench of VS Code 1.139.1. */
const hostPackage = 'code-server';
const hostVersion = '4.139.1';

/** `--ignore-scripts`: the native add-ons that the scripts would compile are optional, and a compiler may be absent. */
const npmFlags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];

const target = join(cacheRoot, `${hostPackage}-${hostVersion}`);
const vscodeFolder = join('node_modules', hostPackage, 'lib', 'vscode');
const serverScript = join(target, vscodeFolder, 'out', 'server-main.js');

/** Written last: npm leaves a folder that looks whole when it is interrupted. */
const completionMark = 'installed';

export interface Host {
  /** The script that runs the VS Code server under Node. */
  readonly serverScript: string;
}

export function hostIsInstalled(): boolean {
  return existsSync(join(target, completionMark)) && existsSync(serverScript);
}

/**
 * Puts a real VS Code (server and workbench) into the cache folder, unless it is there.
 * @throws HostError when npm fails.
 */
export async function installHost(): Promise<Host> {
  await ensureCachedFolder({
    target,
    isComplete: hostIsInstalled,
    fill: async (staging) => {
      await writeFile(join(staging, 'package.json'), '{ "private": true }\n');
      await install(staging, [`${hostPackage}@${hostVersion}`]);
      await install(join(staging, vscodeFolder), ['--omit=dev']);
      await writeFile(join(staging, completionMark), '');
    },
  });
  return { serverScript };
}

async function install(folder: string, args: readonly string[]): Promise<void> {
  const { exitCode, output } = await npm(folder, ['install', ...args, ...npmFlags]);
  if (exitCode === 0) return;
  throw new HostError(
    `npm could not install ${hostPackage}@${hostVersion} (exit code ${exitCode}):\n${output}`,
    'Check that the npm registry can be reached, then run the command again: it starts afresh, nothing has to be removed.',
  );
}
