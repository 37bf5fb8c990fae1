import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { anAlert, noon, subscriptionA, subscriptionB } from '../../builders/alert.ts';
import {
  alice,
  aMachine,
  archiving,
  bob,
  leftBehind,
  nobody,
  one,
  opened,
  story,
  two,
  type Window,
} from './localWindow.ts';

const machine = aMachine();

describe('two windows', () => {
  it('see what either of them reads, without asking Azure twice', async () => {
    await leftBehind(alice);
    const [here, there] = [await opened(), await opened()];
    there.refresh({ [subscriptionA]: [one], [subscriptionB]: [two] });
    here.refresh(
      { [subscriptionA]: [], [subscriptionB]: [anAlert({ called: 'new', subscriptionId: subscriptionB })] },
      noon + 1,
    );
    await here.data.flush();
    await vi.waitFor(() => {
      expect(there.shown).toEqual(['Alert new']);
    });
    expect(there.store.state.subscriptions.map(({ health }) => health)).toEqual([
      { kind: 'ok', at: noon + 1 },
      { kind: 'ok', at: noon + 1 },
    ]);
  });

  it('never go back to what was read before', async () => {
    await leftBehind(alice);
    const [here, there] = [await opened(), await opened()];
    there.refresh({ [subscriptionA]: [one], [subscriptionB]: [] }, noon + 2);
    here.refresh({ [subscriptionA]: [], [subscriptionB]: [two] }, noon + 1);
    await here.data.flush();
    await there.data.flush();
    await vi.waitFor(() => {
      expect(here.shown).toEqual(['Alert one']);
    });
    expect(there.shown).toEqual(['Alert one']);
  });

  it('have one that polls; when it rests or ends, the other takes over', async () => {
    const [here, there] = [await opened(), await opened()];
    expect([await here.data.isPoller(), await there.data.isPoller()]).toEqual([true, false]);
    expect(await here.data.isPoller()).toBe(true);
    await here.data.rest();
    expect([await there.data.isPoller(), await here.data.isPoller()]).toEqual([true, false]);
    there.data.dispose();
    await vi.waitFor(async () => {
      expect(await here.data.isPoller()).toBe(true);
    });
  });

  it('see what the other reads also after one of them has cleared everything', async () => {
    await leftBehind(alice);
    const [here, there] = [await opened(), await opened()];
    there.refresh({ [subscriptionA]: [one], [subscriptionB]: [two] });
    here.refresh({ [subscriptionA]: [one], [subscriptionB]: [two] });
    await here.data.clear();
    // What the other window watched is gone; it hears of that, and watches anew.
    await delay(500);
    const tomorrow = Date.now() + 24 * 60 * 60_000;
    here.refresh({ [subscriptionA]: [], [subscriptionB]: [two] }, tomorrow);
    await here.data.flush();
    await vi.waitFor(() => {
      expect(there.shown).toEqual(['Alert two']);
    });
    there.refresh({ [subscriptionA]: [], [subscriptionB]: [] }, tomorrow + 1);
    await there.data.flush();
    await vi.waitFor(() => {
      expect(here.shown).toEqual([]);
    });
  });

  it('of different accounts, or of the sample environment, poll each for itself', async () => {
    expect(await (await opened(alice)).data.isPoller()).toBe(true);
    expect(await (await opened(bob)).data.isPoller()).toBe(true);
    expect(await (await opened(nobody)).data.isPoller()).toBe(true);
    expect(await (await opened(nobody)).data.isPoller()).toBe(true);
  });
});

describe('the archive of incidents', () => {
  async function titles(window: Window): Promise<readonly string[] | string | undefined> {
    const reading = await window.data.archived();
    return reading?.kind === 'read' ? [...reading.incidents.values()].map(({ title }) => title) : reading?.kind;
  }

  const stored = (): Promise<string[]> => readdir(machine.archives, { recursive: true });

  it('is not made unless the person wants it', async () => {
    const window = await opened();
    window.refresh({ [subscriptionA]: story });
    await window.data.flush();
    expect(await titles(window)).toEqual([]);
    expect(await stored()).toEqual([]);
  });

  it('holds incidents that are no longer in the list, in the next window too', async () => {
    const window = await archiving(alice);
    const [incident] = window.store.state.correlation.incidents;
    window.refresh({ [subscriptionA]: [] }, noon + 1);
    await window.data.flush();
    expect(window.store.state.correlation.incidents).toEqual([]);
    expect(await titles(window)).toEqual([incident?.title]);
    expect(await titles(await opened(alice))).toEqual([incident?.title]);
  });

  it('is never shown to another account, nor to nobody', async () => {
    await archiving(alice);
    expect(await titles(await opened(bob))).toEqual([]);
    expect(await titles(await opened(nobody))).toBeUndefined();
  });

  it('gets nothing once somebody else is signed in', async () => {
    const window = await opened(alice);
    window.archive = { ...window.archive, enabled: true };
    window.refresh({ [subscriptionA]: story });
    window.now = bob;
    await window.data.flush();
    expect(await stored()).toEqual([]);
  });

  it('outlives a sign-out and clearing of alerts', async () => {
    const window = await archiving(alice);
    await window.data.clear();
    await window.data.forget();
    expect(await titles(await opened(alice))).toHaveLength(1);
  });

  it('is removed for all accounts when it is cleared, and holds then what is read from now on', async () => {
    await archiving(bob);
    const window = await archiving(alice);
    expect(await window.data.clearArchive()).toBe(true);
    await window.data.flush();
    expect(await readdir(machine.archives).catch(() => [])).toEqual([]);
    window.refresh({ [subscriptionA]: story }, Date.now() + 1);
    await window.data.flush();
    expect(await titles(window)).toHaveLength(1);
  });

  it('is not written when a refresh finds nothing new', async () => {
    const window = await archiving(alice);
    const path = join(machine.archives, 'a'.repeat(32), 'incidents.ndjson');
    const { ino } = await stat(path);
    window.refresh({ [subscriptionA]: story.map((alert) => ({ ...alert })) }, noon + 1);
    await window.data.flush();
    expect((await stat(path)).ino).toBe(ino);
  });
});
