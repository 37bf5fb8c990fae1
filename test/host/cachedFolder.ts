import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface CachedFolder {
  /** Where the finished folder ends up. */
  readonly target: string;
  /** Whether what stands at `target` can be used; false also for the remains of an interrupted or damaged install. */
  readonly isComplete: () => boolean;
  /** Fills an empty staging folder next to the target. */
  readonly fill: (staging: string) => Promise<void>;
}

const lockPollMs = 200;

/** No install takes this long; an older lock belongs to a process whose id has been given to another. */
const lockLifetimeMs = 10 * 60_000;

/**
 * Makes a folder exist once, however many processes ask at the same time and wherever an earlier try broke off.
 *
 * Safety comes from the rename: a target is either absent or whole. The lock only spares a second process the work.
 * @returns whether this call had to fill the folder.
 */
export async function ensureCachedFolder({ target, isComplete, fill }: CachedFolder): Promise<boolean> {
  if (isComplete()) return false;
  await mkdir(dirname(target), { recursive: true });
  const release = await acquireLock(`${target}.lock`);
  const staging = join(dirname(target), `.staging-${basename(target)}-${randomBytes(4).toString('hex')}`);
  try {
    if (isComplete()) return false;
    await rm(target, { recursive: true, force: true });
    await mkdir(staging);
    await fill(staging);
    await rename(staging, target).catch((error: unknown) => {
      if (!isComplete()) throw error;
    });
    return true;
  } finally {
    await rm(staging, { recursive: true, force: true });
    await release();
  }
}

/** A lock file that holds its owner's process id, so that the lock of a process that was killed can be taken over. */
async function acquireLock(path: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (await isAbandoned(path)) await rm(path, { force: true });
    else await delay(lockPollMs);
  }
}

async function isAbandoned(lockPath: string): Promise<boolean> {
  try {
    const owner = await readFile(lockPath, 'utf8');
    const { mtimeMs } = await stat(lockPath);
    return Date.now() - mtimeMs > lockLifetimeMs || (owner !== '' && !isRunning(Number(owner)));
  } catch {
    return false; // released since we saw it
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
