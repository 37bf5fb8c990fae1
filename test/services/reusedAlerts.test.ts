import { expect, it } from 'vitest';
import { finish } from '../../src/domain/steps.ts';
import { reusedAlerts } from '../../src/services/reusedAlerts.ts';
import { anAlert } from '../builders/alert.ts';

const named = (called: string, wish = {}) => anAlert({ called, ...wish });

it('is the list of before when everything says the same', () => {
  const before = [named('a'), named('b')];
  expect(finish(reusedAlerts(before, [named('a'), named('b')]))).toBe(before);
});

it('is the list that was read, with the objects of before for alerts that say the same', () => {
  const before = [named('a'), named('b'), named('c')];
  const read = [named('c'), named('b', { status: 'Resolved' }), named('d')];
  const reused = finish(reusedAlerts(before, read));
  expect(reused).toEqual(read);
  expect(reused.map((alert) => before.indexOf(alert))).toEqual([2, -1, -1]);
});

it('is a new list when only the order changed, or an alert is gone', () => {
  const before = [named('a'), named('b')];
  expect(finish(reusedAlerts(before, [named('b'), named('a')]))).toEqual([before[1], before[0]]);
  expect(finish(reusedAlerts(before, [named('a')]))).toEqual([before[0]]);
});
