import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureCachedFolder } from './cachedFolder.ts';

let cache: string;

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'cached-folder-'));
});

afterEach(() => {
  rmSync(cache, { recursive: true, force: true });
});

function folder(fill: (staging: string) => Promise<void>): Parameters<typeof ensureCachedFolder>[0] {
  const target = join(cache, 'host');
  return { target, isComplete: () => existsSync(join(target, 'done')), fill };
}

const fillWell = (staging: string): Promise<void> => writeFile(join(staging, 'done'), '');

describe('ensureCachedFolder', () => {
  it('fills the folder once and finds it the next time', async () => {
    await expect(ensureCachedFolder(folder(fillWell))).resolves.toBe(true);
    await expect(ensureCachedFolder(folder(() => Promise.reject(new Error('filled again'))))).resolves.toBe(false);
  });

  it('lets two callers at once fill it once', async () => {
    let fills = 0;
    const slowly = folder(async (staging) => {
      fills += 1;
      await delay(50);
      await fillWell(staging);
    });
    const filled = await Promise.all([ensureCachedFolder(slowly), ensureCachedFolder(slowly)]);
    expect(filled.sort()).toEqual([false, true]);
    expect(fills).toBe(1);
  });

  it('leaves nothing behind when filling fails, so that the next try starts afresh', async () => {
    const broken = folder(async (staging) => {
      await writeFile(join(staging, 'half'), '');
      throw new Error('network gone');
    });
    await expect(ensureCachedFolder(broken)).rejects.toThrow('network gone');
    expect(readdirSync(cache)).toEqual([]);
    await expect(ensureCachedFolder(folder(fillWell))).resolves.toBe(true);
  });

  it('replaces a damaged folder', async () => {
    mkdirSync(join(cache, 'host'));
    writeFileSync(join(cache, 'host', 'leftover'), '');
    await ensureCachedFolder(folder(fillWell));
    expect(readdirSync(join(cache, 'host'))).toEqual(['done']);
  });

  it('takes over the lock of a process that no longer runs', async () => {
    const noSuchProcess = 2 ** 30;
    writeFileSync(join(cache, 'host.lock'), String(noSuchProcess));
    await expect(ensureCachedFolder(folder(fillWell))).resolves.toBe(true);
    expect(readdirSync(cache)).toEqual(['host']);
  });
});
