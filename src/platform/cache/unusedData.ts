import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface UnusedDataOptions {
  /** Has a folder for each account. */
  readonly folder: string;
  /** What is written whenever an account's data is used. */
  readonly fileName: string;
  /** The account in use. */
  readonly except: string | undefined;
  /** Milliseconds. */
  readonly maxAge: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The folders of accounts whose data nobody has used for longer than that. Never rejects. */
export async function unusedData({ folder, fileName, except, maxAge, now }: UnusedDataOptions): Promise<string[]> {
  const unused: string[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    if (name === except) continue;
    const used = await stat(join(folder, name, fileName)).catch(() => stat(join(folder, name)).catch(() => undefined));
    if (used !== undefined && now - used.mtimeMs > maxAge) unused.push(join(folder, name));
  }
  return unused;
}
