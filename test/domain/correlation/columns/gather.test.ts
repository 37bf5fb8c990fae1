import { expect, it } from 'vitest';
import {
  countingUp,
  gatherBytes,
  gatherFloats,
  gatherInts,
  gatherTexts,
} from '../../../../src/domain/correlation/columns/gather.ts';

const places = Int32Array.of(2, 0, 2);

it('takes values in the order of their places', () => {
  expect([...gatherFloats(Float64Array.of(0.5, 1, NaN), places)]).toEqual([NaN, 0.5, NaN]);
  expect([...gatherInts(Int32Array.of(-7, 8, 9), places)]).toEqual([9, -7, 9]);
  expect([...gatherBytes(Uint8Array.of(7, 8, 9), places)]).toEqual([9, 7, 9]);
  expect(gatherTexts(['a', 'b', 'c'], places)).toEqual(['c', 'a', 'c']);
});

it('counts up from 0', () => expect([...countingUp(3)]).toEqual([0, 1, 2]));
