import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { FilledCommand } from '../../domain/remediation/commands/commandTemplate.ts';
import { readSettings } from '../../platform/settings.ts';
import { azCloudName } from '../../services/response/steps/azCloudName.ts';
import type { RunEnd, StartProblem } from '../../services/response/steps/runOutcome.ts';
import type { CommandProcess } from '../terminal/commandRunner.ts';
import { openFolders, toolSetting } from '../responseSettings.ts';
import { findTool } from '../tools/findTool.ts';
import { launchOf } from '../tools/launch.ts';
import { startTool } from '../tools/startTool.ts';
import { toolEnvironment } from '../tools/toolEnvironment.ts';

/** Folders of the extension's, made when they are not there. */
export interface ToolFolders {
  /** Where tools run. Nothing is in it. */
  readonly folder: string;
  /** Credentials of clusters, one file each. */
  readonly kubeconfigFolder: string;
}

/**
 * Starts the tool of a command as a process of its own, in an empty folder of the extension's: what a tool loads from the
 * folder that it is started in must not come from a workspace.
 */
export function startCommand(
  { tool, args }: FilledCommand,
  { folder, kubeconfigFolder }: ToolFolders,
  onOutput: (bytes: Uint8Array) => void,
): CommandProcess {
  const { env, platform } = process;
  const workspaceFolders = openFolders();
  const found = findTool({ name: tool, setting: toolSetting(tool), workspaceFolders, env, platform });
  if (!found.ok) return notStarted(found.problem);
  const launch = launchOf(found.file, args, platform, isFile);
  if (launch === undefined) return notStarted('needsShell');
  const cloud = tool === 'az' ? cloudVariable(env) : {};
  if (cloud === undefined) return notStarted('cloudUnknown');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  mkdirSync(kubeconfigFolder, { recursive: true, mode: 0o700 });
  const started = startTool(launch, {
    cwd: folder,
    env: toolEnvironment(env, workspaceFolders, cloud),
    onOutput,
  });
  let cancelled = false;
  const ended = started.ended.then((end): RunEnd => {
    if (end.kind === 'notStarted') return { ...end, problem: 'refused' };
    return end.kind === 'killed' && cancelled ? { kind: 'cancelled' } : end;
  });
  return {
    ended,
    cancel: () => {
      cancelled = true;
      started.cancel();
    },
  };
}

function notStarted(problem: StartProblem): CommandProcess {
  return { ended: Promise.resolve({ kind: 'notStarted', problem }), cancel: () => undefined };
}

/** The Azure CLI talks to the cloud of the settings, whichever of its own is active; undefined where it knows none. */
function cloudVariable(env: NodeJS.ProcessEnv): Readonly<Record<string, string>> | undefined {
  const { cloud, endpoints } = readSettings();
  const name = azCloudName(cloud, endpoints?.resourceManagerEndpoint, () => {
    const folder = env['AZURE_CONFIG_DIR'] ?? path.join(homedir(), '.azure');
    return readIfThere(path.join(folder, 'clouds.config'));
  });
  return name === undefined ? undefined : { AZURE_CLOUD_NAME: name };
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
