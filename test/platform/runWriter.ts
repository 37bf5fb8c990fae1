import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** The program of a writer: Node runs TypeScript as it is. */
const writer = `
  import { decideSteps } from ${JSON.stringify(new URL('writerSteps.ts', import.meta.url).href)};
  const [, folder, name, count] = process.argv;
  await decideSteps(folder, name, Number(count), (index) => process.stdout.write(index + '\\n'));
`;

/** Runs a writer to its end, or kills it hard in the moment in which it tells a save. Gives how many saves it told. */
export async function runWriter(folder: string, name: string, count: number, killAtSave?: number): Promise<number> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--no-warnings', '--input-type=module', '-e', writer, folder, name, String(count)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (killAtSave !== undefined && output.split('\n').length > killAtSave) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return output.split('\n').length - 1;
}
