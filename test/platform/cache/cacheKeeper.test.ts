import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CacheKeeper } from '../../../src/platform/cache/cacheKeeper.ts';
import { ListingCache } from '../../../src/platform/cache/listingCache.ts';
import { systemPauses } from '../../../src/platform/systemPauses.ts';
import type { AlertStore } from '../../../src/services/alertStore.ts';
import { TreeModel } from '../../../src/services/treeModel.ts';
import { anAlert, noon, subscriptionB } from '../../builders/alert.ts';
import { anAlertStore, aStoreAfter, aSubscription } from '../../builders/storeState.ts';

let folder: string;
const shop = aSubscription();
const farm = aSubscription(subscriptionB);
const readings = [
  { alerts: [anAlert()] },
  { subscription: farm, alerts: [anAlert({ subscriptionId: subscriptionB })] },
];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keeper-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function aCache(): ListingCache {
  return new ListingCache({
    folder,
    owner: 'somebody',
    clock: { now: () => noon },
    pauses: systemPauses,
    onNotice: (notice) => expect.fail(notice.kind),
  });
}

function aKeeper(store: AlertStore): CacheKeeper {
  return new CacheKeeper({
    store,
    cache: aCache(),
    select: (kept) => kept,
    clock: { now: () => noon },
    pauses: systemPauses,
    treeOf: (state) =>
      new TreeModel({
        state,
        now: noon,
        timeOfDay: String,
        progressOf: () => undefined,
        isNew: () => false,
        shownRows: () => 0,
      }),
    after: 0,
    isStillOwner: () => Promise.resolve(true),
  });
}

const kept = async (): Promise<readonly string[]> =>
  (await aCache().entries()).map(({ subscription }) => subscription.subscriptionId).toSorted();

/** Both subscriptions are on the disk. */
async function filled(): Promise<{ store: AlertStore; keeper: CacheKeeper }> {
  const store = aStoreAfter(readings);
  const keeper = aKeeper(store);
  await keeper.flush();
  expect(await kept()).toEqual([shop.subscriptionId, farm.subscriptionId].toSorted());
  return { store, keeper };
}

it('lets go of a subscription that Azure no longer lists', async () => {
  const { store, keeper } = await filled();
  store.apply({ kind: 'subscriptionsListed', available: [shop], selected: [shop] });
  await keeper.flush();
  expect(await kept()).toEqual([shop.subscriptionId]);
  keeper.dispose();
});

it.each([
  ['rows of the list could not be read', { unreadableRows: [{ tenantId: farm.tenantId, rows: 1 }] }],
  ['its tenant could not be asked', { failedTenants: [{ tenantId: farm.tenantId, failure: { kind: 'offline' } }] }],
] as const)('keeps a subscription that is not listed because %s, also from the window before', async (_, gap) => {
  const listed = { kind: 'subscriptionsListed', available: [shop], selected: [shop], ...gap } as const;
  const { store, keeper } = await filled();
  store.apply(listed);
  store.apply({ kind: 'selectionChanged', selected: [shop] });
  await keeper.flush();
  keeper.dispose();
  expect(await kept()).toContain(farm.subscriptionId);

  // Azure answers before this window has loaded what is kept.
  const next = anAlertStore();
  const nextKeeper = aKeeper(next);
  next.apply(listed);
  next.apply({ kind: 'refreshEnded' });
  await nextKeeper.restore();
  await nextKeeper.flush();
  nextKeeper.dispose();
  expect(await kept()).toContain(farm.subscriptionId);
  const restored = next.state.subscriptions.find(({ subscription }) => subscription.subscriptionId === subscriptionB);
  expect(restored).toMatchObject({ alerts: { length: 1 }, health: { kind: 'failed', staleSince: noon } });
});
