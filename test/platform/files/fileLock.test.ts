import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { underLock } from '../../../src/platform/files/fileLock.ts';

let folder: string;
let path: string;
const pace = { beatEvery: 50, deadAfter: 400, lookEvery: 5 };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
  path = join(folder, 'file.lock');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('a lock', () => {
  it('lets one work at a time, gives what the work gives, and leaves nothing', async () => {
    const under = { now: 0, most: 0 };
    const work = async (n: number): Promise<number> => {
      under.most = Math.max(under.most, (under.now += 1));
      await delay(3);
      under.now -= 1;
      return n;
    };
    const all = Array.from({ length: 12 }, (_, n) => underLock(path, () => work(n), pace));
    expect(await Promise.all(all)).toEqual([...all.keys()]);
    expect(under.most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is free again after work that fails', async () => {
    await expect(underLock(path, () => Promise.reject(new Error('the work')), pace)).rejects.toThrow('the work');
    expect(await underLock(path, () => Promise.resolve('next'), pace)).toBe('next');
  });

  it('of a window that was killed is taken over', async () => {
    await writeFile(path, '');
    await utimes(path, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
    expect(await underLock(path, () => Promise.resolve('mine'), pace)).toBe('mine');
    expect(await readdir(folder)).toEqual([]);
  });

  it('of long work is not', async () => {
    const order: string[] = [];
    const long = underLock(
      path,
      async () => {
        await delay(3 * pace.deadAfter);
        order.push('long');
      },
      pace,
    );
    await delay(20);
    await underLock(path, () => Promise.resolve(order.push('next')), pace);
    await long;
    expect(order).toEqual(['long', 'next']);
  });

  it('that cannot be made throws what the system says', async () => {
    await expect(underLock(join(folder, 'none', 'lock'), () => Promise.resolve(), pace)).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});
