import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';

const keptOutput = 8_000;

export interface ProcessResult {
  readonly exitCode: number;
  /** The end of standard output and standard error together, in order of arrival. */
  readonly output: string;
}

/** Runs a program to its end. Rejects only if the program cannot be started; a failing exit code is a result. */
export async function runProcess(file: string, args: readonly string[], options: SpawnOptions): Promise<ProcessResult> {
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = keepOutput(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ exitCode: code ?? 1, output: output() });
    });
  });
}

/** Collects what a process says, so that an error can quote it. Returns a reader of the last few thousand characters. */
export function keepOutput(child: ChildProcess): () => string {
  let kept = '';
  const append = (chunk: Buffer): void => {
    kept = (kept + chunk.toString('utf8')).slice(-keptOutput);
  };
  child.stdout?.on('data', append);
  child.stderr?.on('data', append);
  return () => kept.trim();
}

/** How long a process has to tidy up before it is killed. */
const graceMs = 3_000;

/** Ends a process that was started with `detached: true` (its own process group on POSIX) with everything below it. */
export async function killTree(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (process.platform === 'win32') killTreeNow(child);
  else signalGroup(pid, 'SIGTERM');
  const lastResort = setTimeout(() => {
    killTreeNow(child);
  }, graceMs);
  await ended;
  clearTimeout(lastResort);
  if (process.platform !== 'win32') signalGroup(pid, 'SIGKILL'); // what the process left behind
}

/** The same without a chance to tidy up, and without waiting: for use while this process ends. */
export function killTreeNow(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined || hasEnded(child)) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
  else signalGroup(pid, 'SIGKILL');
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function signalGroup(groupId: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-groupId, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
