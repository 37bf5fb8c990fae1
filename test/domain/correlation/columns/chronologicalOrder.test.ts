import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chronologicalOrder } from '../../../../src/domain/correlation/columns/chronologicalOrder.ts';

const noon = Date.UTC(2026, 2, 2, 12);

function sorted(list: readonly number[]): readonly number[] {
  const times = Float64Array.from(list);
  const order = Int32Array.from(times.keys()).reverse();
  chronologicalOrder(order, times, (a, b) => a - b);
  return [...order];
}

it('sorts by time, unknown times last, ties as it is told', () =>
  expect(sorted([NaN, noon + 1, noon, NaN, noon, -noon])).toEqual([5, 2, 4, 1, 0, 3]));

it('sorts any times, also those that no alert should have', () => {
  const time = fc.oneof(
    fc.integer({ min: noon, max: noon + 3 }),
    fc.integer({ min: noon, max: noon + 90 * 86_400_000 }),
    fc.integer({ min: -8.64e15, max: 8.64e15 }),
    fc.double({ noNaN: true }),
    fc.constant(NaN),
  );
  fc.assert(
    fc.property(fc.array(time, { maxLength: 40 }), (list) => {
      const rank = (time: number): number => (Number.isNaN(time) ? Infinity : time);
      const expected = [...list.keys()].sort((a, b) => {
        const [timeA, timeB] = [list[a]!, list[b]!];
        if (Number.isNaN(timeA) !== Number.isNaN(timeB)) return Number.isNaN(timeA) ? 1 : -1;
        return rank(timeA) === rank(timeB) ? a - b : rank(timeA) - rank(timeB);
      });
      expect(sorted(list)).toEqual(expected);
    }),
  );
});
