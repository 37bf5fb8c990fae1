import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './freePort.ts';
import { HostError } from './hostError.ts';
import type { Host } from './installHost.ts';
import { keepOutput, killTree, killTreeNow, runProcess } from './runProcess.ts';
import type { ProfileFolders } from './userSettings.ts';

/** The server answers within a second or two; a loaded machine may take ten times as long. */
const startTimeoutMs = 30_000;

const copilotExtension = 'GitHub.copilot-chat';

export interface ServerOptions extends ProfileFolders {
  /** Taken if it is free. Keep it over a restart: the browser files VS Code's window state under the address. */
  readonly preferredPort?: number;
  /** Exposes VS Code's test driver to the page; needed to run extension tests. */
  readonly testDriver?: boolean;
  /** Added to this process's environment for the server, hence for the extension host. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface VscodeServer {
  readonly port: number;
  /** Of the workbench, e.g. `http://127.0.0.1:3000/`. */
  readonly address: string;
  /** Rejects, with what the server said last, if it ends by itself; never resolves. */
  readonly unexpectedEnd: Promise<never>;
  /** Ends the server with its extension hosts and terminals. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the VS Code server and waits until it answers.
 * @throws HostError when it ends early or does not answer in time, with the end of its output.
 */
export async function startVscodeServer(host: Host, options: ServerOptions): Promise<VscodeServer> {
  const port = await freePort(options.preferredPort);
  const address = `http://127.0.0.1:${String(port)}/`;
  const child = spawn(process.execPath, [host.serverScript, ...serverFlags(port, options)], {
    env: serverEnvironment(options.env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const output = keepOutput(child);
  const endWithThisProcess = (): void => killTreeNow(child);
  process.once('exit', endWithThisProcess);
  let stopping = false;
  const unexpectedEnd = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('exit', endWithThisProcess);
      if (!stopping) reject(serverError(`The VS Code server ended with exit code ${String(code)}.`, output()));
    });
  });
  unexpectedEnd.catch(() => undefined); // a failure only for those who wait for it
  const stop = async (): Promise<void> => {
    stopping = true;
    await killTree(child);
  };
  try {
    await Promise.race([untilAnswering(`${address}version`, output), unexpectedEnd]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, address, unexpectedEnd, stop };
}

function serverFlags(port: number, options: ServerOptions): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    ...folderFlags(options),
    ...['--telemetry-level', 'off', '--disable-telemetry', '--disable-experiments', '--disable-update-check'],
    ...['--disable-workspace-trust', '--disable-getting-started-override', '--force-disable-user-env'],
    ...(options.testDriver === true ? ['--enable-smoke-test-driver'] : []),
  ];
}

function folderFlags({ userDataFolder, extensionsFolder }: ProfileFolders): string[] {
  return ['--user-data-dir', userDataFolder, '--extensions-dir', extensionsFolder];
}

/**
 * Without the built-in assistant, which takes seconds to start, opens a side bar and calls hosts of its own, and without
 * a marketplace, which VS Code would ask about each extension: nothing here leaves this machine.
 */
function serverEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    ...extra,
    VSCODE_SKIP_BUILTIN_EXTENSIONS: copilotExtension,
    EXTENSIONS_GALLERY: '{}',
  };
  // Set by a VS Code whose terminal we may run in; they would point the new server at that one.
  delete environment['VSCODE_IPC_HOOK_CLI'];
  delete environment['ELECTRON_RUN_AS_NODE'];
  return environment;
}

async function untilAnswering(url: string, output: () => string): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (answer?.ok === true) return;
    await delay(50);
  }
  throw serverError(`The VS Code server did not answer within ${String(startTimeoutMs / 1000)} s.`, output());
}

function serverError(message: string, output: string): HostError {
  return new HostError(`${message}\n${output}`, 'Run the command again; if it fails again, remove .vscode-test first.');
}

/**
 * Installs a packaged extension, replacing the version that is there.
 * @throws HostError with the installer's output.
 */
export async function installExtension(host: Host, vsix: string, folders: ProfileFolders): Promise<void> {
  const args = [host.serverScript, ...folderFlags(folders), '--install-extension', vsix, '--force'];
  const { exitCode, output } = await runProcess(process.execPath, args, { env: serverEnvironment() });
  if (exitCode === 0) return;
  throw new HostError(`VS Code refused to install ${vsix}:\n${output}`, 'Run "npm run package" to build it afresh.');
}
