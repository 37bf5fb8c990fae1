import { expect, it } from 'vitest';
import fc from 'fast-check';
import { sameValue } from '../../src/services/sameValue.ts';

it('agrees with comparing the JSON of two values whose keys are in order', () => {
  const sorted = (value: unknown): string =>
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    );
  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(sameValue(a, structuredClone(a))).toBe(true);
      expect(sameValue(a, b)).toBe(sorted(a) === sorted(b));
    }),
  );
});

it('tells an array from an object, and a missing property from an undefined one', () => {
  expect(sameValue([], {})).toBe(false);
  expect(sameValue({ a: undefined }, { b: undefined })).toBe(false);
  expect(sameValue({ toString: 1 }, {})).toBe(false);
});
