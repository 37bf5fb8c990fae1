import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import type { StatusAction } from '../../../../src/domain/statusAction.ts';
import { chooseChanges } from '../../../../src/services/response/status/chooseChanges.ts';
import { aMemberEntity, anAlert, aServiceIncident, virtualMachine } from '../../../builders/alert.ts';
import { aStoreState } from '../../../builders/storeState.ts';

const open = anAlert({ called: 'open' });
const taken = anAlert({ called: 'taken', status: 'InProgress' });
const dismissed = anAlert({ called: 'dismissed', status: 'Dismissed' });
const members = [open, taken, dismissed].map(({ systemAlertId }) => systemAlertId);
const incident = aServiceIncident('incident', [aMemberEntity(members), aMemberEntity(['gone'])]);
const alone = anAlert({ called: 'alone', on: [virtualMachine('x')] });
const { correlation } = aStoreState([{ alerts: [open, taken, dismissed, incident, alone] }]);
const all = () => undefined;

function choose(pointed: { incidents?: string[]; alerts?: string[] }, action: StatusAction, rights = all) {
  return chooseChanges({ incidents: [], alerts: [], ...pointed }, action, correlation, rights);
}

const keysOf = ({ changes }: { changes: readonly { alert: Alert }[] }) => changes.map(({ alert }) => alert.key);

describe('a whole incident', () => {
  it('is its open members and the alert that declares it, each by itself', () => {
    const chosen = choose({ incidents: [incident.key] }, 'resolve');
    expect(new Set(keysOf(chosen))).toEqual(new Set([incident.key, open.key, taken.key]));
    expect(chosen).toMatchObject({ declarations: 1, already: 1, missing: 1, incidents: [incident.key] });
  });

  it('stays closed where it was closed, and is wholly reactivated', () => {
    expect(keysOf(choose({ incidents: [incident.key] }, 'dismiss'))).not.toContain(dismissed.key);
    expect(new Set(keysOf(choose({ incidents: [incident.key] }, 'activate')))).toEqual(
      new Set([taken.key, dismissed.key]),
    );
    expect(new Set(keysOf(choose({ incidents: [incident.key] }, 'inProgress')))).toEqual(
      new Set([incident.key, open.key]),
    );
  });

  it('and one of its alerts are not two changes of that alert', () => {
    const chosen = choose({ incidents: [incident.key], alerts: [open.key] }, 'resolve');
    expect(keysOf(chosen)).toHaveLength(3);
  });
});

describe('alerts that are named one by one', () => {
  it('close their incident when none of it stays open, whether its declaration is among them or not', () => {
    const members = [open.key, taken.key];
    expect(choose({ alerts: members }, 'resolve')).toMatchObject({ incidents: [], closedWith: [incident.key] });
    expect(choose({ alerts: [...members, incident.key] }, 'resolve').closedWith).toEqual([incident.key]);
    expect(choose({ alerts: members }, 'dismiss').closedWith).toEqual([incident.key]);
  });

  it('leave it open while one of it does, and when they stay open themselves', () => {
    expect(choose({ alerts: [open.key, alone.key] }, 'resolve').closedWith).toEqual([]);
    expect(choose({ alerts: [open.key, taken.key] }, 'inProgress').closedWith).toEqual([]);
    expect(choose({ alerts: [dismissed.key] }, 'resolve').closedWith).toEqual([]);
  });

  it('close nothing besides an incident that is named as a whole', () => {
    expect(choose({ incidents: [incident.key], alerts: [open.key] }, 'resolve').closedWith).toEqual([]);
  });
});

it('an alert that is named is changed even if it is closed, unless it has that status', () => {
  expect(keysOf(choose({ alerts: [dismissed.key, alone.key] }, 'resolve'))).toEqual([dismissed.key, alone.key]);
  expect(choose({ alerts: [dismissed.key] }, 'dismiss')).toMatchObject({ changes: [], already: 1 });
});

it('what is not in the list is left out', () => {
  expect(choose({ incidents: ['nobody'], alerts: ['nobody'] }, 'resolve')).toMatchObject({ changes: [], already: 0 });
});

it('what the person is known not to be allowed to do is not sent, and is counted', () => {
  const rights = () => ({ dismiss: false, resolve: true, activate: false });
  const chosen = chooseChanges({ incidents: [], alerts: [alone.key] }, 'dismiss', correlation, rights);
  expect(chosen).toMatchObject({ changes: [], forbidden: [alone] });
  const others = (action: StatusAction) =>
    chooseChanges({ incidents: [], alerts: [alone.key] }, action, correlation, rights).changes.length;
  expect([others('resolve'), others('inProgress')]).toEqual([1, 1]);
});
