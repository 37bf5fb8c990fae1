import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { StartProblem } from '../../services/response/steps/runOutcome.ts';
import { folderHolds } from './folderHolds.ts';

export type FoundTool =
  { readonly ok: true; readonly file: string } | { readonly ok: false; readonly problem: StartProblem };

export interface ToolSearch {
  /** Name without an extension. */
  readonly name: string;
  /** What the person set; empty when they set nothing. */
  readonly setting: string;
  /** The folders that are open. */
  readonly workspaceFolders: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
}

/** Where installers put tools that a program started from a desktop may not have on its PATH. */
const usualFolders: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['/opt/homebrew/bin', '/usr/local/bin', '/usr/bin'],
  linux: ['/usr/local/bin', '/usr/bin', '/snap/bin'],
};

/**
 * The absolute path of a tool. Files in folders that are open in the editor are never taken, wherever the PATH, a
 * setting or a symbolic link leads: a repository must not decide what "az" is.
 */
export function findTool({ name, setting, workspaceFolders, env, platform }: ToolSearch): FoundTool {
  const outside = (file: string): boolean => !workspaceFolders.some((folder) => folderHolds(folder, file));
  if (setting !== '') {
    if (!path.isAbsolute(setting) || !canRun(setting)) return { ok: false, problem: 'badSetting' };
    return outside(setting) ? { ok: true, file: setting } : { ok: false, problem: 'insideWorkspace' };
  }
  const folders = [...safeFolders(env, workspaceFolders), ...(usualFolders[platform] ?? [])];
  const names = platform === 'win32' ? [`${name}.exe`, `${name}.cmd`, `${name}.bat`] : [name];
  const files = folders.flatMap((folder) => names.map((each) => path.join(folder, each)));
  const file = files.find((candidate) => canRun(candidate) && outside(candidate));
  return file === undefined ? { ok: false, problem: 'notFound' } : { ok: true, file };
}

/** The folders of the PATH that are absolute and not in a folder that is open. */
export function safeFolders(env: NodeJS.ProcessEnv, workspaceFolders: readonly string[]): readonly string[] {
  const folders = (pathOf(env)?.[1] ?? '').split(path.delimiter);
  return folders.filter(
    (folder) => path.isAbsolute(folder) && !workspaceFolders.some((opened) => folderHolds(opened, folder)),
  );
}

/** The PATH and its name, which on Windows is written in any case. */
export function pathOf(env: NodeJS.ProcessEnv): readonly [name: string, value: string] | undefined {
  const found = Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH');
  return found?.[1] === undefined ? undefined : [found[0], found[1]];
}

function canRun(file: string): boolean {
  try {
    if (!statSync(file).isFile()) return false;
    accessSync(file, constants.X_OK);
    realpathSync(file);
    return true;
  } catch {
    return false;
  }
}
