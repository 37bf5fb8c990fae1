import { expect, it } from 'vitest';
import { age } from '../../../src/services/tree/age.ts';
import { day, hour, minute, noon } from '../../builders/alert.ts';

it.each([
  [0, 'now'],
  [-hour, 'now'],
  [minute - 1, 'now'],
  [minute, '1 min'],
  [hour - 1, '59 min'],
  [hour, '1 h'],
  [day - 1, '23 h'],
  [90 * day, '90 d'],
])('after %i ms is "%s"', (passed, text) => {
  expect(age(noon - passed, noon)).toBe(text);
});

it('is unknown for an unknown time', () => {
  expect(age(undefined, noon)).toBeUndefined();
});
