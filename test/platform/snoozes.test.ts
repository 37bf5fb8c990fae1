import type { Memento } from 'vscode';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Snoozes } from '../../src/platform/snoozes.ts';
import type { AlertStore } from '../../src/services/alertStore.ts';
import { aMemberEntity, anAlert, aServiceIncident, hour, noon, subscriptionA } from '../builders/alert.ts';
import { aListing, aStoreAfter } from '../builders/storeState.ts';

const first = anAlert({ called: 'first' });
const second = anAlert({ called: 'second' });
const incident = aServiceIncident('incident', [aMemberEntity([first.systemAlertId])]);
const grown = aServiceIncident('incident', [aMemberEntity([first.systemAlertId, second.systemAlertId])]);
const target = { kind: 'incident', id: incident.key } as const;

/** VS Code's storage, which all windows share and which keeps only what JSON can say. */
function aMemento(): Memento {
  const values = new Map<string, string>();
  const get = (key: string): unknown => JSON.parse(values.get(key) ?? 'null') ?? undefined;
  const update = (key: string, value: unknown): Promise<void> => {
    values.set(key, JSON.stringify(value));
    return Promise.resolve();
  };
  return { get, update, keys: () => [...values.keys()] } as Memento;
}

describe('snoozes', () => {
  const opened: Snoozes[] = [];
  const woken: number[] = [];
  let store: AlertStore;

  const aWindow = (memento: Memento): Snoozes => {
    const onWoken = (count: number): void => void woken.push(count);
    const snoozes = new Snoozes({ memento, store, clock: { now: () => Date.now() }, onWoken });
    opened.push(snoozes);
    return snoozes;
  };

  beforeEach(() => {
    vi.useFakeTimers({ now: noon });
    woken.length = 0;
    store = aStoreAfter([{ alerts: [first, incident] }]);
  });

  afterEach(() => {
    for (const each of opened.splice(0)) each.dispose();
    vi.useRealTimers();
  });

  it('survive a restart, and are the same in every window', () => {
    const memento = aMemento();
    aWindow(memento).snooze([target], noon + hour);
    expect(aWindow(memento).asleep()).toEqual(new Map([[incident.key, noon + hour]]));
  });

  it('are over by themselves when their time has come, and say so once', () => {
    const snoozes = aWindow(aMemento());
    const changes = { count: 0 };
    snoozes.onDidChange(() => (changes.count += 1));
    snoozes.snooze([target], noon + hour);
    vi.advanceTimersByTime(hour + 20_000);
    expect([snoozes.asleep().size, woken, changes.count]).toEqual([0, [1], 2]);
    vi.advanceTimersByTime(hour);
    expect(woken).toEqual([1]);
  });

  it('are over when their incident gets a new alert', () => {
    const snoozes = aWindow(aMemento());
    snoozes.snooze([target], noon + hour);
    const listing = aListing([first, second, grown]);
    store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing, at: noon });
    expect([snoozes.asleep().size, woken]).toEqual([0, [1]]);
  });

  it('can be taken back to what was before, be that an earlier snooze', () => {
    const snoozes = aWindow(aMemento());
    const undoFirst = snoozes.snooze([target], noon + hour);
    const undoSecond = snoozes.snooze([target], noon + 5 * hour);
    undoSecond();
    expect(snoozes.asleep().get(incident.key)).toBe(noon + hour);
    const undoWake = snoozes.wake([target]);
    expect(snoozes.asleep().size).toBe(0);
    undoWake();
    expect(snoozes.asleep().size).toBe(1);
    undoFirst();
    expect(snoozes.asleep().size).toBe(0);
  });

  it('that somebody else wrote in another form are passed over', () => {
    const memento = aMemento();
    void memento.update('snoozes', [{ target: 'x' }, 7, null]);
    expect(aWindow(memento).asleep().size).toBe(0);
    void memento.update('snoozes', 'nonsense');
    expect(aWindow(memento).asleep().size).toBe(0);
  });
});
