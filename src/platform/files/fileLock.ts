import { randomInt, randomUUID } from 'node:crypto';
import { rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from './errorCode.ts';

/** Milliseconds. Whoever holds a lock gives signs of life; without one for a while, it has ended. */
const usualPace = { beatEvery: 5_000, deadAfter: 30_000, lookEvery: 40 };

/**
 * Does work that reads and then replaces a file while no other window does the same. The lock is a file beside it, which
 * outlives a window that is killed, and is then taken away. Two windows that take away the same one in the same moment
 * may both go on: a lock for what may be lost then, and comes back.
 *
 * Waits for as long as another window holds the lock. Throws what the work or the system throws.
 */
export async function underLock<T>(path: string, work: () => Promise<T>, pace = usualPace): Promise<T> {
  while (!(await create(path))) {
    if (await isDead(path, pace.deadAfter)) await takeAway(path);
    else await delay(randomInt(1, 2 * pace.lookEvery));
  }
  const beat = setInterval(() => void touch(path), pace.beatEvery).unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(path, { force: true });
  }
}

async function create(path: string): Promise<boolean> {
  try {
    await writeFile(path, '', { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function isDead(path: string, deadAfter: number): Promise<boolean> {
  const beat = await stat(path).catch(() => undefined);
  return beat !== undefined && Date.now() - beat.mtimeMs >= deadAfter;
}

/** One of several succeeds; the others find it gone. */
async function takeAway(path: string): Promise<void> {
  const aside = `${path}.${randomUUID()}.tmp`;
  await rename(path, aside).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
  await rm(aside, { force: true });
}

async function touch(path: string): Promise<void> {
  const seconds = Date.now() / 1000;
  await utimes(path, seconds, seconds).catch(() => undefined);
}
