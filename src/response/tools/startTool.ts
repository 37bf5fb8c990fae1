import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Launch } from './launch.ts';

/** How a process ended. */
type ToolEnd =
  | { readonly kind: 'exited'; readonly exitCode: number }
  /** It was told to end, or ended by a signal. */
  | { readonly kind: 'killed' }
  /** The system did not start it; `code` is its own word, "ENOENT". */
  | { readonly kind: 'notStarted'; readonly code: string };

export interface ToolOptions {
  /** Where it runs; never a folder of the workspace, from which `python -m` and cmd.exe would load files. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Standard output and errors, in the order in which they arrived. */
  readonly onOutput: (bytes: Uint8Array) => void;
}

export interface RunningTool {
  /** Never rejects. */
  readonly ended: Promise<ToolEnd>;
  /** Ends it and everything that it started: asks first, and insists two seconds later. */
  cancel(): void;
}

/** From a polite request to end until the process is ended, in milliseconds. */
const patience = 2_000;

/**
 * After the process has ended, for its last output to arrive, in milliseconds: what it left running in the background
 * can hold its output open for ever.
 */
const lastWords = 500;

/**
 * Starts a file with its arguments as they are: no shell reads them, so that no character in them means anything. It gets
 * no input, so that a tool which asks a question ends instead of waiting.
 */
export function startTool({ file, args }: Launch, { cwd, env, onOutput }: ToolOptions): RunningTool {
  const detached = process.platform !== 'win32';
  let child;
  try {
    child = spawn(file, args, {
      cwd,
      env,
      shell: false,
      detached,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    // A character that no argument can hold: filled commands have none, and nothing must depend on that.
    return { ended: Promise.resolve(notStarted(error)), cancel: () => undefined };
  }
  child.stdout.on('data', onOutput);
  child.stderr.on('data', onOutput);
  const ended = whenEnded(child);
  let insist: NodeJS.Timeout | undefined;
  return {
    ended,
    cancel: () => {
      if (child.exitCode !== null || child.signalCode !== null || insist !== undefined) return;
      endTree(child, 'SIGTERM');
      // Also when the first process has ended by then: what it started may go on.
      insist = setTimeout(() => {
        endTree(child, 'SIGKILL');
      }, patience);
    },
  };
}

function whenEnded(child: ChildProcess): Promise<ToolEnd> {
  const { promise, resolve } = Promise.withResolvers<ToolEnd>();
  child.once('error', (error) => {
    if (child.pid === undefined) resolve(notStarted(error));
  });
  child.once('exit', (exitCode) => {
    const end: ToolEnd = exitCode === null ? { kind: 'killed' } : { kind: 'exited', exitCode };
    const late = setTimeout(() => {
      child.stdout?.destroy();
      child.stderr?.destroy();
    }, lastWords);
    child.once('close', () => {
      clearTimeout(late);
      resolve(end);
    });
  });
  return promise;
}

function notStarted(error: unknown): ToolEnd {
  return { kind: 'notStarted', code: (error as NodeJS.ErrnoException).code ?? 'UNKNOWN' };
}

/** `az` is a script that starts Python: ending the first process alone would leave the work going on. */
function endTree({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    const taskkill = path.join(process.env['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', 'taskkill.exe');
    spawn(taskkill, ['/T', '/F', '/PID', String(pid)], { stdio: 'ignore', windowsHide: true }).once(
      'error',
      () => undefined,
    );
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
