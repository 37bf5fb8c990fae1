import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anAlert, noon, subscriptionA, subscriptionB } from '../../builders/alert.ts';
import { alice, aMachine, bob, leftBehind, nobody, one, opened, starting, two, Window } from './localWindow.ts';

const machine = aMachine();

describe('accounts', () => {
  it('see nothing of each other', async () => {
    await leftBehind(alice);
    expect((await opened(bob)).shown).toEqual([]);
    await leftBehind(bob, { [subscriptionA]: [], [subscriptionB]: [two] });
    expect((await opened(alice)).shown).toEqual(['Alert one', 'Alert two']);
    expect((await opened(bob)).shown).toEqual(['Alert two']);
  });

  it('that is not the one of the last time takes its data off the screen', async () => {
    await leftBehind(alice);
    const window = await opened(alice, bob);
    expect([window.otherAccounts, window.shown]).toEqual([1, []]);
    await window.data.reopen();
    expect(window.shown).toEqual([]);
    expect((await opened(alice)).shown).toHaveLength(2);
  });

  it('that is gone leaves nothing behind', async () => {
    await leftBehind(alice);
    const window = await opened(alice, nobody);
    expect([window.otherAccounts, window.shown]).toEqual([1, []]);
    expect(await readdir(machine.folder)).toEqual([]);
  });

  it('that cannot be asked for keeps its data on the screen, and nothing is written meanwhile', async () => {
    await leftBehind(alice);
    const window = await opened(alice, { kind: 'unknown' });
    expect(window.shown).toHaveLength(2);
    window.refresh({ [subscriptionA]: [], [subscriptionB]: [] }, noon + 1);
    await window.data.flush();
    expect((await opened(alice)).shown).toHaveLength(2);
  });

  it('that changed while alerts were read gets nothing written under the old name', async () => {
    const window = await opened(alice);
    window.now = bob;
    window.refresh({ [subscriptionA]: [one] });
    await window.data.flush();
    expect(window.otherAccounts).toBe(1);
    expect((await readdir(machine.folder, { recursive: true })).filter((name) => name.includes('.'))).toEqual([]);
  });

  it('that another window has signed out takes its data off the screen when this one would write, and leaves nothing', async () => {
    await leftBehind(alice);
    const window = await opened(alice);
    window.now = nobody;
    window.refresh({ [subscriptionA]: [one] }, noon + 1);
    await window.data.flush();
    expect([window.otherAccounts, window.shown]).toEqual([1, []]);
    expect(await readdir(machine.folder)).toEqual([]);
  });

  it('that is known only once something was read is opened then, without a second read, and kept', async () => {
    const window = await opened(nobody, { kind: 'unknown' });
    window.refresh({ [subscriptionA]: [one] });
    window.now = alice;
    await window.data.verify();
    await window.data.flush();
    expect([window.otherAccounts, window.shown]).toEqual([0, ['Alert one']]);
    expect((await opened(alice)).shown).toEqual(['Alert one']);
  });

  it('signing out removes the data of this account alone', async () => {
    await leftBehind(alice);
    await leftBehind(bob);
    const window = await opened(alice);
    window.now = nobody;
    window.store.apply({ kind: 'cleared', signedOut: true });
    await window.data.forget();
    expect((await opened(alice)).shown).toEqual([]);
    expect((await opened(bob)).shown).toHaveLength(2);
  });

  it('signing out while its data is being read shows none of it, and removes it', async () => {
    await leftBehind(alice);
    const window = new Window(alice);
    const { ended } = await starting(window);
    window.now = nobody;
    window.store.apply({ kind: 'cleared', signedOut: true });
    await Promise.all([window.data.forget(), ended]);
    expect([window.store.state.phase, window.shown, window.screens.at(-1)]).toEqual(['signedOut', [], undefined]);
    expect(await readdir(machine.folder)).toEqual([]);
  });

  it('that is another while the data of the one before is being read sees none of it', async () => {
    await leftBehind(alice);
    await leftBehind(bob, { [subscriptionA]: [], [subscriptionB]: [two] });
    const window = new Window(alice);
    const { ended } = await starting(window);
    window.now = bob;
    window.store.apply({ kind: 'cleared', signedOut: false });
    const reopened = window.data.reopen();
    await ended;
    expect(window.shown).not.toContain('Alert one');
    await reopened;
    expect(window.shown).toEqual(['Alert two']);
  });

  it('that is another before anything could be read never sees the screen of the one before', async () => {
    await leftBehind(alice);
    const window = new Window(alice, nobody);
    const started = window.data.start();
    await Promise.all([started, window.data.forget()]);
    expect(window.screens.filter((screen) => screen !== undefined)).toEqual([]);
    expect(await readdir(machine.folder)).toEqual([]);
  });

  it('clearing removes the data of all accounts, and what is read later is kept again', async () => {
    await leftBehind(alice);
    await leftBehind(bob);
    const window = await opened(alice);
    expect(await window.data.clear()).toBe(true);
    await window.data.flush();
    expect((await opened(bob)).shown).toEqual([]);
    expect((await opened(alice)).shown).toEqual([]);
    window.refresh({ [subscriptionA]: [one] }, Date.now() + 60_000);
    await window.data.flush();
    expect((await opened(alice)).shown).toEqual(['Alert one']);
  });

  it('clearing while alerts are being written waits for that, and leaves nothing', async () => {
    const window = await opened(alice);
    const many = Array.from({ length: 3_000 }, (_, index) => anAlert({ called: String(index) }));
    window.refresh({ [subscriptionA]: many });
    const flushed = window.data.flush();
    while ((await readdir(join(machine.folder, 'a'.repeat(32))).catch(() => [])).length === 0);
    expect(await window.data.clear()).toBe(true);
    await flushed;
    const left = await readdir(machine.folder, { recursive: true });
    // The account's own machine.folder is there for what is read from now on.
    expect(left).toEqual(['a'.repeat(32)]);
  });
});

describe('the screen', () => {
  it('is there before the alerts are, and gone once they are', async () => {
    await leftBehind(alice);
    const { screens } = await opened();
    expect(screens).toEqual([['Incidents', 'Alerts'], undefined]);
  });

  it('of another account is not shown, and that of the one before goes', async () => {
    await leftBehind(alice);
    expect((await opened(bob)).screens).toEqual([undefined]);
    expect((await opened(alice, bob)).screens).toEqual([['Incidents', 'Alerts'], undefined]);
  });

  it('is there where the alerts are damaged, until that is known', async () => {
    await leftBehind(alice);
    const path = join(machine.folder, 'a'.repeat(32));
    for (const name of await readdir(path)) if (name.endsWith('.gz')) await writeFile(join(path, name), 'damaged');
    const { screens, shown } = await opened();
    expect([screens.length, screens.at(-1), shown]).toEqual([2, undefined, []]);
    expect(machine.notices.splice(0).map(({ kind }) => kind)).toEqual(['damaged', 'damaged']);
  });

  it('F47 that is damaged is left out, and the alerts are there', async () => {
    await leftBehind(alice);
    await writeFile(join(machine.folder, 'a'.repeat(32), 'screen.json'), '{"__proto__":');
    const { screens, shown } = await opened();
    expect([screens, shown.length]).toEqual([[undefined], 2]);
    expect(machine.notices.splice(0)).toEqual([{ kind: 'damaged', file: 'screen', code: 'checksum' }]);
  });
});
