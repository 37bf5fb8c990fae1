import { expect, it } from 'vitest';
import { Buckets } from '../../../../src/domain/correlation/columns/buckets.ts';

it('lists the members of each bucket in their order', () => {
  const buckets = new Buckets([2, 0, 2, 2, 1], 4);
  expect([0, 1, 2, 3].map((bucket) => buckets.of(bucket))).toEqual([[1], [4], [0, 2, 3], []]);
  expect([0, 1, 2, 3].map((bucket) => buckets.sizeOf(bucket))).toEqual([1, 1, 3, 0]);
});

it('has nothing where nothing is', () => expect(new Buckets([], 1).of(0)).toEqual([]));
