import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortInSteps } from '../../src/domain/sortInSteps.ts';
import { finish } from '../../src/domain/steps.ts';

interface Item {
  readonly rank: number;
  readonly place: number;
}

const byRank = (a: Item, b: Item): number => a.rank - b.rank;

/** Long enough for several runs and an odd number of them. */
const items = fc
  .array(fc.integer({ min: 0, max: 40 }), { maxLength: 3_000, size: 'max' })
  .map((ranks) => ranks.map((rank, place): Item => ({ rank, place })));

it('gives what toSorted gives, equal items in the order in which they came', () => {
  fc.assert(
    fc.property(items, (list) => {
      expect(finish(sortInSteps(list, byRank))).toEqual(list.toSorted(byRank));
    }),
    { numRuns: 40 },
  );
});

it('leaves the list that it was given as it was', () => {
  const list = [3, 1, 2];
  finish(sortInSteps(list, (a, b) => a - b));
  expect(list).toEqual([3, 1, 2]);
});

it('can be interrupted at least once for every thousand items', () => {
  const list = Array.from({ length: 10_000 }, (_, index) => (index * 7_919) % 10_007);
  const steps = sortInSteps(list, (a, b) => a - b);
  let yields = 0;
  while (steps.next().done !== true) yields += 1;
  expect(yields).toBeGreaterThan(10);
});
