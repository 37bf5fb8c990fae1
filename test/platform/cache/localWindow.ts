import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished } from 'vitest';
import type { Alert } from '../../../src/domain/alert.ts';
import type { Ownership } from '../../../src/platform/cache/cacheOwner.ts';
import { LocalData } from '../../../src/platform/cache/localData.ts';
import { systemPauses } from '../../../src/platform/systemPauses.ts';
import type { AlertStore } from '../../../src/services/alertStore.ts';
import type { CacheNotice } from '../../../src/services/cache/keptListing.ts';
import type { TenantFailure } from '../../../src/services/ports.ts';
import { markedTimes } from '../../../src/services/tree/savedScreen.ts';
import type { StoreState } from '../../../src/services/storeState.ts';
import { TreeModel } from '../../../src/services/treeModel.ts';
import { anAlert, noon, subscriptionA, subscriptionB } from '../../builders/alert.ts';
import { attackStory } from '../../builders/attackStory.ts';
import { aListing, anAlertStore, aSubscription } from '../../builders/storeState.ts';

/** Folders of one machine, and what its windows noticed. */
export interface Machine {
  folder: string;
  archives: string;
  notices: CacheNotice[];
}

const machine: Machine = { folder: '', archives: '', notices: [] };

/** A machine with empty folders for each test; after it, nothing may have been noticed that the test did not take. */
export function aMachine(): Machine {
  beforeEach(async () => {
    machine.folder = await mkdtemp(join(tmpdir(), 'local-'));
    machine.archives = await mkdtemp(join(tmpdir(), 'archives-'));
    machine.notices = [];
  });
  afterEach(async () => {
    expect(machine.notices).toEqual([]);
    await rm(machine.folder, { recursive: true, force: true });
    await rm(machine.archives, { recursive: true, force: true });
  });
  return machine;
}

const ownerOf = (owner: string): Ownership => ({ kind: 'owner', owner });
export const nobody: Ownership = { kind: 'nobody' };
export const alice = ownerOf('a'.repeat(32));
export const bob = ownerOf('b'.repeat(32));

export function treeOf(state: StoreState): TreeModel {
  return new TreeModel({
    ...markedTimes,
    state,
    now: 0,
    progressOf: () => undefined,
    isNew: () => false,
    shownRows: () => 0,
  });
}

/** A window with a store of its own; who is signed in can change. */
export class Window {
  readonly store: AlertStore = anAlertStore();
  readonly data: LocalData;
  readonly screens: unknown[] = [];
  archive = { enabled: false, maxAge: 730 * 24 * 60 * 60_000, maxSize: 50_000_000 };
  otherAccounts = 0;
  selected: readonly string[] | undefined;
  now: Ownership;

  constructor(atStart: Ownership, now = atStart) {
    this.now = now;
    this.data = new LocalData({
      folder: machine.folder,
      archiveFolder: machine.archives,
      archiveWish: { settings: () => this.archive, onDidChange: () => ({ dispose: () => undefined }) },
      owner: { atStart: () => Promise.resolve(atStart), now: () => Promise.resolve(this.now) },
      store: this.store,
      select: (kept) => kept.filter(({ subscriptionId }) => this.selected?.includes(subscriptionId) ?? true),
      clock: { now: () => Date.now() },
      pauses: systemPauses,
      treeOf,
      onScreen: (screen) => this.screens.push(screen?.rows.map(({ row }) => row.label)),
      onNotice: (notice) => machine.notices.push(notice),
      onOtherAccount: () => {
        this.otherAccounts += 1;
        this.store.apply({ kind: 'cleared', signedOut: false });
      },
    });
    onTestFinished(() => this.data.dispose());
  }

  /** Reads Azure, in which each of these subscriptions has these alerts; completely, but for tenants that fail. */
  refresh(
    subscriptions: Readonly<Record<string, readonly Alert[]>>,
    at = noon,
    failedTenants: readonly TenantFailure[] = [],
  ): void {
    const available = Object.keys(subscriptions).map((id) => aSubscription(id));
    this.store.apply({ kind: 'refreshStarted' });
    this.store.apply({ kind: 'subscriptionsListed', available, selected: available, failedTenants });
    for (const [subscriptionId, alerts] of Object.entries(subscriptions)) {
      this.store.apply({ kind: 'alertsListed', subscriptionId, listing: aListing(alerts), at });
    }
    this.store.apply({ kind: 'refreshEnded' });
  }

  get shown(): readonly string[] {
    return [...this.store.state.correlation.alerts.values()].map(({ displayName }) => displayName).toSorted();
  }
}

export async function opened(atStart: Ownership = alice, now = atStart): Promise<Window> {
  const window = new Window(atStart, now);
  await window.data.start();
  return window;
}

/** Until the account has been checked, and its alerts are still being read. `ended` settles when they have been. */
export async function starting(window: Window): Promise<{ readonly ended: Promise<void> }> {
  const { promise: shown, resolve } = Promise.withResolvers<undefined>();
  const ended = window.data.start(() => setImmediate(resolve, undefined));
  await shown;
  return { ended };
}

export const one = anAlert({ called: 'one' });
export const two = anAlert({ called: 'two', subscriptionId: subscriptionB });

/** What a window read and left behind. */
export async function leftBehind(owner: Ownership, subscriptions = { [subscriptionA]: [one], [subscriptionB]: [two] }) {
  const window = await opened(owner);
  window.refresh(subscriptions);
  await window.data.flush();
  window.data.dispose();
}

export const story = attackStory();

/** A window that archives what it reads. */
export async function archiving(owner: Ownership, alerts: readonly Alert[] = story): Promise<Window> {
  const window = await opened(owner);
  window.archive = { ...window.archive, enabled: true };
  window.refresh({ [subscriptionA]: alerts });
  await window.data.flush();
  return window;
}
