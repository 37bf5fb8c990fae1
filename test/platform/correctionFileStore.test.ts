import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { MadeCorrection } from '../../src/domain/correlation/corrections/correction.ts';
import { CorrectionFileStore } from '../../src/platform/correctionFileStore.ts';
import type { CorrectionNotice } from '../../src/services/corrections/correctionStore.ts';
import { writeCorrections } from '../../src/services/corrections/correctionsDocument.ts';
import { inSequence } from '../builders/corrections.ts';

let folder: string;
let notices: CorrectionNotice[];
const [one, two, three] = inSequence(['a', 'b', 'c'].map((name) => ({ kind: 'rename', alerts: ['x'], name }))) as [
  MadeCorrection,
  MadeCorrection,
  MadeCorrection,
];

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'corrections-')), 'v1', 'corrections');
  notices = [];
});

afterEach(async () => {
  await rm(join(folder, '..', '..'), { recursive: true, force: true });
});

/** A window: it hears its notices, and is disposed when the test ends. */
async function window(): Promise<CorrectionFileStore> {
  const store = new CorrectionFileStore({ folder, onNotice: (notice) => notices.push(notice) });
  onTestFinished(() => store.dispose());
  await store.refresh();
  return store;
}

const pathOf = ({ id }: MadeCorrection): string => join(folder, `${id}.json`);

describe('a store of corrections', () => {
  it('keeps them over a restart, for nobody else to read', async () => {
    expect(await (await window()).add([two, one])).toBe(true);
    expect((await window()).made).toEqual([one, two]);
    expect((await readdir(folder)).sort()).toEqual([`${one.id}.json`, `${two.id}.json`]);
    if (process.platform !== 'win32') expect((await stat(pathOf(one))).mode & 0o777).toBe(0o600);
  });

  it('lets two windows write at once, and lose nothing to each other', async () => {
    const [here, there] = [await window(), await window()];
    await Promise.all([here.add([one]), there.add([two]), here.add([three])]);
    await Promise.all([here.refresh(), there.refresh()]);
    expect([here.made, there.made]).toEqual([
      [one, two, three],
      [one, two, three],
    ]);
  });

  it('takes one back, in every window', async () => {
    const [here, there] = [await window(), await window()];
    await here.add([one, two]);
    await there.refresh();
    expect(await there.remove([one.id])).toBe(true);
    await vi.waitFor(() => {
      expect(here.made).toEqual([two]);
    });
  });

  it('tells of every change once, and of none that is not', async () => {
    const store = await window();
    let heard = 0;
    store.onDidChange(() => (heard += 1));
    await store.add([one]);
    await store.refresh();
    await store.remove(['00000000-0000-4000-8000-999999999999']);
    expect(heard).toBe(1);
  });

  it('leaves a damaged file and one of a newer version as they are, and says so once', async () => {
    await (await window()).add([one, two, three]);
    await writeFile(pathOf(two), 'not JSON');
    const newer = writeCorrections([three]).replace('"version": 1', '"version": 2');
    await writeFile(pathOf(three), newer);
    const store = await window();
    await store.refresh();
    await store.add([]);
    expect(store.made).toEqual([one]);
    expect(notices).toEqual([
      { kind: 'unreadable', files: 1, code: 'damaged' },
      { kind: 'newer', files: 1 },
    ]);
    expect([await readFile(pathOf(two), 'utf8'), await readFile(pathOf(three), 'utf8')]).toEqual(['not JSON', newer]);
  });

  it('reads no file under another name than its own, and none that is no correction', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(pathOf(two), writeCorrections([one]));
    await writeFile(join(folder, 'notes.txt'), writeCorrections([one]));
    await writeFile(join(folder, `${one.id}.json.5.tmp`), writeCorrections([one]));
    expect((await window()).made).toEqual([]);
    expect(notices).toEqual([{ kind: 'unreadable', files: 1, code: 'damaged' }]);
  });

  it('says when it cannot write, and then holds nothing that is not stored', async () => {
    await mkdir(join(folder, '..'), { recursive: true });
    await writeFile(folder, 'in the way');
    const store = await window();
    expect([await store.add([one]), store.made]).toEqual([false, []]);
    expect(notices.map(({ kind }) => kind)).toEqual(['unreadable', 'unwritable']);
  });

  it('refuses an id that is no GUID', async () => {
    const store = await window();
    expect(await store.add([{ ...one, id: '../../x' }])).toBe(false);
    expect(await store.remove(['../../x'])).toBe(false);
  });
});
