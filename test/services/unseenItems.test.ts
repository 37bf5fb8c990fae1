import { expect, it } from 'vitest';
import { unseenHighItems } from '../../src/services/unseenItems.ts';
import { aMemberEntity, anAlert, aServiceIncident, virtualMachine } from '../builders/alert.ts';
import { aStoreState } from '../builders/storeState.ts';

const member = anAlert({ called: 'member', severity: 'High' });
const incident = aServiceIncident('incident', [aMemberEntity([member.systemAlertId])]);
const alone = anAlert({ called: 'alone', severity: 'High', on: [virtualMachine('a')] });
const dismissed = anAlert({ called: 'done', severity: 'High', status: 'Dismissed', on: [virtualMachine('b')] });
const mild = anAlert({ called: 'mild', severity: 'Medium', on: [virtualMachine('c')] });
const state = aStoreState([{ alerts: [member, incident, alone, dismissed, mild] }]);

it('counts open high-severity incidents, and such alerts that are in none', () => {
  expect(unseenHighItems(state, new Set())).toEqual([incident.key, alone.key]);
});

it('does not count what somebody has looked at', () => {
  expect(unseenHighItems(state, new Set([incident.key]))).toEqual([alone.key]);
});

it('does not count an incident whose members are all closed', () => {
  const closed = { ...member, status: 'Resolved' } as const;
  expect(unseenHighItems(aStoreState([{ alerts: [closed, incident] }]), new Set())).toEqual([]);
});
