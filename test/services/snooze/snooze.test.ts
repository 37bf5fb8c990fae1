import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/domain/alert.ts';
import { isSnooze, sleepAt, snoozeOf } from '../../../src/services/snooze/snooze.ts';
import { aMemberEntity, anAlert, aServiceIncident, hour, noon, virtualMachine } from '../../builders/alert.ts';
import { aStoreState } from '../../builders/storeState.ts';

const first = anAlert({ called: 'first' });
const second = anAlert({ called: 'second' });
const incident = (members: readonly Alert[]): Alert =>
  aServiceIncident('incident', [aMemberEntity(members.map(({ systemAlertId }) => systemAlertId))]);
const correlationOf = (alerts: readonly Alert[]) => aStoreState([{ alerts }]).correlation;
const small = correlationOf([first, incident([first])]);
const grown = correlationOf([first, second, incident([first, second])]);
const target = { kind: 'incident', id: incident([]).key } as const;
const until = noon + hour;

describe('a snoozed incident', () => {
  const snooze = snoozeOf(target, until, small);

  it('sleeps until its time, and is over then', () => {
    expect(sleepAt(until - 1, [snooze], small)).toEqual({ asleep: new Map([[target.id, until]]), over: [] });
    expect(sleepAt(until, [snooze], small)).toEqual({ asleep: new Map(), over: [snooze] });
  });

  it('wakes up at a new alert of it', () => {
    expect(sleepAt(noon, [snooze], grown).over).toEqual([snooze]);
  });

  it('does not wake up when an alert of it goes', () => {
    expect(sleepAt(noon, [snoozeOf(target, until, grown)], small).over).toEqual([]);
  });

  it('sleeps on while it is not in the list: nothing was read yet', () => {
    expect(sleepAt(noon, [snooze], correlationOf([])).asleep.get(target.id)).toBe(until);
  });

  it('survives being written as JSON, and nothing else passes for it', () => {
    expect(isSnooze(JSON.parse(JSON.stringify(snooze)))).toBe(true);
    for (const other of [null, {}, { ...snooze, until: 'soon' }, { ...snooze, known: [1] }]) {
      expect(isSnooze(other)).toBe(false);
    }
  });
});

it('a snoozed alert sleeps until its time, whatever else is in the list', () => {
  const alone = anAlert({ called: 'alone', on: [virtualMachine('x')] });
  const snooze = snoozeOf({ kind: 'alert', id: alone.key }, until, correlationOf([alone]));
  expect(sleepAt(noon, [snooze], grown).asleep.get(alone.key)).toBe(until);
});
