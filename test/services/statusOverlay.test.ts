import { describe, expect, it } from 'vitest';
import type { AlertStatus } from '../../src/domain/alertStatus.ts';
import type { AlertStore } from '../../src/services/alertStore.ts';
import { anAlert, noon, subscriptionA } from '../builders/alert.ts';
import { aListing, aStoreAfter } from '../builders/storeState.ts';

const alert = anAlert();
const second = 1_000;

function ask(store: AlertStore, changeId: number, status: AlertStatus): void {
  const { key: alertKey, subscriptionId } = alert;
  store.apply({ kind: 'statusAsked', changes: [{ alertKey, subscriptionId, changeId, status }] });
}

function settle(store: AlertStore, changeId: number, accepted: boolean, at = noon): void {
  store.apply({ kind: 'statusSettled', changes: [{ alertKey: alert.key, changeId, accepted, at }] });
}

/** A list arrives in which the alert has a status. */
function list(store: AlertStore, status: AlertStatus, readFrom: number, source: 'alerts' | 'graph' = 'alerts'): void {
  const listing = aListing([{ ...alert, status }], { source });
  store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing, at: readFrom + second, readFrom });
}

const shown = ({ state }: AlertStore): AlertStatus | undefined => state.correlation.alerts.get(alert.key)?.status;

describe('a status that was asked for here', () => {
  it('is shown at once, while the list stays as Azure gave it', () => {
    const store = aStoreAfter([{ alerts: [alert] }]);
    ask(store, 1, 'Dismissed');
    expect([shown(store), store.statusOf(alert)]).toEqual(['Dismissed', 'Dismissed']);
    expect(store.state.subscriptions[0]?.alerts).toEqual([alert]);
  });

  it('is gone without a trace when Azure refuses it, and the very alert is back', () => {
    const store = aStoreAfter([{ alerts: [alert] }]);
    ask(store, 1, 'Dismissed');
    settle(store, 1, false);
    expect(store.state.correlation.alerts.get(alert.key)).toBe(alert);
    expect(store.statusOf(alert)).toBe('Active');
  });

  it('shows the later one of two, and what is left when that is refused', () => {
    const store = aStoreAfter([{ alerts: [alert] }]);
    ask(store, 1, 'InProgress');
    ask(store, 2, 'Resolved');
    expect(shown(store)).toBe('Resolved');
    settle(store, 1, true);
    expect(shown(store)).toBe('Resolved');
    settle(store, 2, false);
    expect(shown(store)).toBe('InProgress');
  });

  it('that is accepted tells listeners, and correlates nothing anew', () => {
    const store = aStoreAfter([{ alerts: [alert] }]);
    ask(store, 1, 'Dismissed');
    const { correlation } = store.state;
    settle(store, 1, true);
    expect([store.state.changing.size, store.state.correlation === correlation]).toEqual([0, true]);
  });

  it('is forgotten with everything else when somebody signs out', () => {
    const store = aStoreAfter([{ alerts: [alert] }]);
    ask(store, 1, 'Dismissed');
    store.apply({ kind: 'cleared', signedOut: true });
    expect([store.state.changing.size, store.statusOf(alert)]).toEqual([0, 'Active']);
  });
});

describe('a list that arrives', () => {
  it('while the change is under way does not bring the old status back', () => {
    const store = aStoreAfter([{ alerts: [alert] }]);
    ask(store, 1, 'Dismissed');
    list(store, 'Active', noon + 60 * second);
    expect(shown(store)).toBe('Dismissed');
  });

  it('and was begun before the change was accepted, or just after, does not either', () => {
    const store = aStoreAfter([{ alerts: [alert] }]);
    ask(store, 1, 'Dismissed');
    settle(store, 1, true, noon);
    for (const readFrom of [noon - 60 * second, noon, noon + 6 * second]) {
      list(store, 'Active', readFrom);
      expect(shown(store)).toBe('Dismissed');
    }
  });

  it('and was begun later has the last word: somebody may have changed it elsewhere', () => {
    const store = aStoreAfter([{ alerts: [alert] }]);
    ask(store, 1, 'Dismissed');
    settle(store, 1, true, noon);
    list(store, 'Active', noon + 15 * second);
    expect(shown(store)).toBe('Active');
  });

  it('from Resource Graph has it only after the quarter of an hour by which it may lag', () => {
    const store = aStoreAfter([{ alerts: [alert] }]);
    ask(store, 1, 'Dismissed');
    settle(store, 1, true, noon);
    list(store, 'Active', noon + 14 * 60 * second, 'graph');
    expect(shown(store)).toBe('Dismissed');
    list(store, 'Active', noon + 15 * 60 * second, 'graph');
    expect(shown(store)).toBe('Active');
  });

  it('from another window, which does not say when it was begun, counts as five minutes old', () => {
    const store = aStoreAfter([{ alerts: [alert] }]);
    ask(store, 1, 'Dismissed');
    settle(store, 1, true, noon);
    const listing = aListing([alert]);
    store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing, at: noon + 5 * 60 * second });
    expect(shown(store)).toBe('Dismissed');
    store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing, at: noon + 6 * 60 * second });
    expect(shown(store)).toBe('Active');
  });
});
