import fc from 'fast-check';
import { expect, it } from 'vitest';
import { radixSort } from '../../../../src/domain/correlation/columns/radixSort.ts';

const key = fc.oneof(fc.nat(3), fc.integer({ min: 0, max: 0xffff_ffff }));

it('sorts as a stable comparing sort does', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 200 }), (list) => {
      const keys = Uint32Array.from(list);
      const order = Int32Array.from(keys.keys());
      radixSort(order, keys);
      const expected = [...keys.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b);
      expect([...order]).toEqual(expected);
    }),
  );
});

it('sorts the indices it is given and no others', () => {
  const order = Int32Array.of(3, 1);
  radixSort(order, Uint32Array.of(9, 7, 5, 8));
  expect([...order]).toEqual([1, 3]);
});
