import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PairNumbers } from '../../../../src/domain/correlation/columns/pairNumbers.ts';

it('numbers pairs by first appearance, as a map would', () => {
  const pair = fc.tuple(fc.nat(40), fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 0x7fff_ffff })));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 200 }), (pairs) => {
      const numbers = new PairNumbers();
      const expected = new Map<string, number>();
      for (const [first, second] of pairs) {
        const key = `${String(first)} ${String(second)}`;
        expect(numbers.find(first, second)).toBe(expected.get(key) ?? -1);
        if (!expected.has(key)) expected.set(key, expected.size);
        expect(numbers.number(first, second)).toBe(expected.get(key));
      }
      expect(numbers.size).toBe(expected.size);
    }),
  );
});

it('finds every pair again after it has grown', () => {
  const numbers = new PairNumbers();
  for (let index = 0; index < 5_000; index += 1) numbers.number(index, index % 7);
  const found = Array.from({ length: 5_000 }, (_, index) => numbers.find(index, index % 7));
  expect(found).toEqual(Array.from({ length: 5_000 }, (_, index) => index));
  expect(numbers.find(7, 1)).toBe(-1);
});
