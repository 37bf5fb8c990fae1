import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Where a process dies or a call fails, counted over its calls that change files. In a write `bytes` of it still happen:
 * what a process was writing when it was killed may be there in part.
 */
interface Fate {
  readonly at: number;
  readonly bytes?: number;
  /** The code with which the call fails, and all later ones of that name; without it the process is killed. */
  readonly code?: string;
}

/** Lets this process meet its fate. To be called before anything of the product is loaded. */
export async function meet({ at, bytes, code }: Fate): Promise<void> {
  let calls = 0;
  let failing: string | undefined;
  const strike = (name: string): void => {
    calls += 1;
    if (code === undefined && calls === at) process.kill(process.pid, 'SIGKILL');
    if (code !== undefined && calls === at) failing = name;
    if (failing === name) throw Object.assign(new Error(code), { code });
  };
  const { mkdir, open } = fs;
  fs.mkdir = ((...given: Parameters<typeof mkdir>) => {
    strike('mkdir');
    return mkdir(...given);
  }) as typeof mkdir;
  const probe = await open(process.execPath, 'r');
  const prototype = Object.getPrototypeOf(probe) as Record<string, (...given: unknown[]) => Promise<unknown>>;
  await probe.close();
  const { appendFile } = prototype;
  if (appendFile === undefined) throw new Error('File handles are others than these');
  prototype['appendFile'] = async function (this: unknown, text: unknown) {
    if (calls + 1 === at && bytes !== undefined) {
      await Reflect.apply(appendFile, this, [Buffer.from(String(text)).subarray(0, bytes)]);
    }
    strike('appendFile');
    return Reflect.apply(appendFile, this, [text]);
  };
  fs.open = async (...given: Parameters<typeof open>) => {
    // Waiting for the disk comes later, at a moment that no count can name.
    if (given[1] === 'r+') return open(...given);
    strike('open');
    const file = await open(...given);
    const close = file.close.bind(file);
    file.close = () => {
      // Failing to close what was written would only leak it.
      if (code === undefined) strike('close');
      return close();
    };
    return file;
  };
  syncBuiltinESMExports();
}
