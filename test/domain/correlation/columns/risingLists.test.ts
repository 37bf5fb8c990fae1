import fc from 'fast-check';
import { expect, it } from 'vitest';
import { haveCommonNumber, includesAll, mergeRising } from '../../../../src/domain/correlation/columns/risingLists.ts';

const rising = fc.uniqueArray(fc.nat(20), { maxLength: 10 }).map((list) => list.toSorted((a, b) => a - b));

it('merges two lists into their union', () => {
  fc.assert(
    fc.property(rising, rising, (a, b) => {
      expect(mergeRising(a, b)).toEqual([...new Set([...a, ...b])].sort((x, y) => x - y));
    }),
  );
});

it('gives the list itself where it holds all of the other', () => {
  const list = [1, 2, 5];
  expect([mergeRising(list, [2]), mergeRising([], list)]).toEqual([list, list]);
  expect(mergeRising(list, [2])).toBe(list);
  expect(mergeRising([], list)).toBe(list);
});

it('sees whether a list has all numbers of another', () => {
  fc.assert(
    fc.property(rising, rising, (a, b) => {
      expect(includesAll(a, b)).toBe(b.every((number) => a.includes(number)));
      expect(includesAll(mergeRising(a, b), b)).toBe(true);
    }),
  );
});

it('sees whether two lists have a number in common', () => {
  fc.assert(
    fc.property(rising, rising, (a, b) => {
      expect(haveCommonNumber(a, b)).toBe(a.some((number) => b.includes(number)));
    }),
  );
});
