import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';

export interface Outcome {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly output: string;
  readonly complaints: string;
}

export interface RunOptions {
  readonly input?: Iterable<string>;
  /** Of Node.js. */
  readonly flags?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  /** Goes away after the first bytes of the output, as `head` does. */
  readonly leaves?: boolean;
  /** Sees the process as soon as it runs. */
  readonly onStart?: (child: ChildProcessWithoutNullStreams) => void;
}

/** Runs a Node.js program to its end. */
export async function runProgram(
  program: string,
  words: readonly string[],
  { input = [], flags = [], environment = process.env, leaves = false, onStart }: RunOptions = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [...flags, program, ...words], { stdio: 'pipe', env: environment });
  onStart?.(child);
  let output = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (leaves) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  child.stdin.on('error', () => undefined);
  const closed = new Promise<number | null>((settle) => child.on('close', settle));
  for (const text of input) {
    if (!child.stdin.write(text)) await new Promise((drained) => child.stdin.once('drain', drained));
  }
  child.stdin.end();
  return { code: await closed, output, complaints };
}
