import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import { incidentTitle } from '../../../../src/domain/correlation/incidents/incidentTitle.ts';
import { minute, noon, virtualMachine, type AlertWish } from '../../../builders/alert.ts';
import { anAddress, aPerson, at, columnsOf } from '../../../builders/correlationWorld.ts';

function title(...wishes: readonly AlertWish[]): string {
  return titleOf(wishes.map((wish, index) => at(noon + index * minute, String(index), wish)));
}

function titleOf(alerts: readonly Alert[]): string {
  const columns = columnsOf(alerts);
  return incidentTitle(columns, [...columns.keys.keys()]);
}

const on = (...names: readonly string[]): AlertWish => ({ on: names.map((name) => virtualMachine(name)) });
const attacker: AlertWish = { entities: [anAddress('203.0.113.7')] };

describe('incidentTitle', () => {
  it('names one resource, and how far the attack got', () => {
    expect(title({ ...on('web-1'), intent: 'InitialAccess' }, { ...on('web-1'), intent: 'Impact' })).toBe(
      'web-1: initial access to impact',
    );
    expect(title({ ...on('web-1'), intent: 'Execution' })).toBe('web-1: execution');
  });

  it('says nothing of stages that nobody knows', () => expect(title(on('web-1'))).toBe('web-1'));

  it('names two resources, the one with more alerts first, and counts more', () => {
    expect(title(on('web-1'), on('db-1'), on('web-1'))).toBe('web-1 and db-1');
    expect(title(on('a'), on('b'), on('c'))).toBe('3 resources');
  });

  it('names the actor that several alerts name, where one resource does not say it all', () => {
    expect(title({ ...on('a'), ...attacker }, { ...on('b'), ...attacker })).toBe('203.0.113.7 on a and b');
    expect(title({ ...on('a'), ...attacker }, { ...on('a'), ...attacker })).toBe('a');
    expect(title({ ...on('a'), ...attacker }, on('b'))).toBe('a and b');
  });

  it('names the actor alone where no alert names a resource', () =>
    expect(title({ on: [], ...attacker }, { on: [], ...attacker })).toBe('203.0.113.7'));

  it('has words also for nothing', () => expect(title({ on: [] }, { on: [] })).toBe('Several alerts'));

  it('does not depend on the order of delivery', () => {
    const alerts = ['b', 'a', 'd', 'c'].map((name, index) =>
      at(noon, name, { ...on(name), entities: [aPerson(index + 1), aPerson(5), anAddress('203.0.113.7')] }),
    );
    expect(titleOf(alerts)).toBe(titleOf(alerts.toReversed()));
  });
});
