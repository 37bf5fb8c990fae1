import { expect, it } from 'vitest';
import { nextIncident } from '../../src/services/nextIncident.ts';

const order = ['a', 'b', 'c'];

it('goes on, back, and round at the ends', () => {
  expect(nextIncident(order, 'a', 1)).toBe('b');
  expect(nextIncident(order, 'c', 1)).toBe('a');
  expect(nextIncident(order, 'a', -1)).toBe('c');
});

it('starts at an end when there is no current one, or it has gone', () => {
  expect(nextIncident(order, undefined, 1)).toBe('a');
  expect(nextIncident(order, 'gone', -1)).toBe('c');
  expect(nextIncident([], undefined, 1)).toBeUndefined();
});
