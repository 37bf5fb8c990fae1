import { expect, it } from 'vitest';
import { roundedWeight, strongestFirst } from '../../../../src/domain/correlation/columns/strongestFirst.ts';

it('puts the greatest weight first, also below zero, and leaves equal ones in their order', () => {
  const weights = Float64Array.of(1.5, -0.000002, 18.35, 1.5, -7, -0.000001);
  const order = Int32Array.from(weights.keys());
  strongestFirst(order, weights);
  expect([...order]).toEqual([2, 0, 3, 5, 1, 4]);
});

it('bears weights beyond all reason', () => {
  const weights = Float64Array.of(-Infinity, 1e9, 0, Infinity);
  const order = Int32Array.from(weights.keys());
  strongestFirst(order, weights);
  expect([...order]).toEqual([1, 3, 2, 0]);
});

it('rounds away what the order of a sum changes', () =>
  expect(roundedWeight(0.1 + 0.2 + 0.3)).toBe(roundedWeight(0.3 + 0.2 + 0.1)));
