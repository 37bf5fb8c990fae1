import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from './errorCode.ts';

const ownerOnly = 0o600;

/**
 * Puts `text`, whole or in pieces, in place of the whole file, atomically: a reader sees the old file or the new one.
 * Throws what fails.
 */
export async function replaceFile(path: string, text: string | AsyncIterable<string>): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx', ownerOnly);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await renameWithPatience(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Windows refuses to replace a file while a virus scanner or another window reads it; moments later it works. */
async function renameWithPatience(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const busy = ['EPERM', 'EBUSY', 'EACCES'].includes(errorCode(error));
      if (!busy || attempt === 10) throw error;
      await delay(attempt * 10);
    }
  }
}
