import { expect, it } from 'vitest';
import { PairCounts } from '../../../../src/domain/correlation/columns/pairCounts.ts';

it('counts pairs, in their order', () => {
  const counts = new PairCounts();
  counts.add(1, 2);
  counts.add(3, 4);
  counts.add(1, 2);
  expect([counts.of(1, 2), counts.of(3, 4), counts.of(2, 1), counts.of(0, 0)]).toEqual([2, 1, 0, 0]);
});
