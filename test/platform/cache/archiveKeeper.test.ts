import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ArchiveKeeper } from '../../../src/platform/cache/archiveKeeper.ts';
import { IncidentArchive } from '../../../src/platform/cache/incidentArchive.ts';
import { systemPauses } from '../../../src/platform/systemPauses.ts';
import { attackStory } from '../../builders/attackStory.ts';
import { day, noon } from '../../builders/alert.ts';
import { aStoreAfter } from '../../builders/storeState.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A keeper over a store that was read; `owns` is asked before anything is written. */
function aKeeper(owns: (keeper: ArchiveKeeper) => boolean, store = aStoreAfter([{ alerts: attackStory() }])) {
  const parts = { clock: { now: () => noon + day }, pauses: systemPauses };
  const onNotice = (): never => expect.fail('nothing is wrong');
  const keeper: ArchiveKeeper = new ArchiveKeeper({
    ...parts,
    store,
    archive: new IncidentArchive({ ...parts, folder, owner: 'somebody', onNotice }),
    wish: {
      settings: () => ({ enabled: true, maxAge: Infinity, maxSize: Infinity }),
      onDidChange: () => ({ dispose: () => undefined }),
    },
    after: 0,
    isStillOwner: () => Promise.resolve(owns(keeper)),
  });
  return keeper;
}

describe('what keeps the archive', () => {
  it('archives incidents that the store holds', async () => {
    const keeper = aKeeper(() => true);
    await keeper.flush();
    keeper.dispose();
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('writes nothing when the data is no longer of the account', async () => {
    const keeper = aKeeper(() => false);
    await keeper.flush();
    keeper.dispose();
    expect(await readdir(folder)).toEqual([]);
  });

  it('writes nothing when it was ended while it made sure of that', async () => {
    const keeper = aKeeper((self) => {
      self.dispose();
      return true;
    });
    await keeper.flush();
    expect(await readdir(folder)).toEqual([]);
  });

  it('waits for the end of a refresh', async () => {
    const store = aStoreAfter([{ alerts: attackStory() }]);
    const keeper = aKeeper(() => true, store);
    store.apply({ kind: 'refreshStarted' });
    await keeper.flush();
    expect(await readdir(folder)).toEqual([]);
    store.apply({ kind: 'refreshEnded' });
    await keeper.flush();
    keeper.dispose();
    expect(await readdir(folder)).toHaveLength(1);
  });
});
