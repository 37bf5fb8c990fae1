import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alice, aMachine, archiving, bob, leftBehind, opened } from './localWindow.ts';

const machine = aMachine();

describe('data of an account', () => {
  it('that nobody has used for 90 days is forgotten', async () => {
    await leftBehind(alice);
    await mkdir(join(machine.folder, 'c'.repeat(32)));
    await writeFile(join(machine.folder, 'c'.repeat(32), 'index.json'), '');
    const longAgo = Date.now() / 1000 - 91 * 24 * 3600;
    await utimes(join(machine.folder, 'c'.repeat(32), 'index.json'), longAgo, longAgo);
    await opened(alice);
    expect(await readdir(machine.folder)).toEqual(['a'.repeat(32)]);
  });

  it('in the archive goes when everything in it is older than the limit', async () => {
    await archiving(bob);
    const longAgo = (Date.now() - 731 * 24 * 60 * 60_000) / 1000;
    await utimes(join(machine.archives, 'b'.repeat(32), 'incidents.ndjson'), longAgo, longAgo);
    await opened(alice);
    expect(await readdir(machine.archives)).toEqual([]);
  });
});
