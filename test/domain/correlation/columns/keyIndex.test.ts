import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeyIndex } from '../../../../src/domain/correlation/columns/keyIndex.ts';

it('finds what was added, as a map would', () => {
  const key = fc.oneof(fc.constantFrom('', 'a', '__proto__', 'constructor'), fc.string({ maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), (list) => {
      const index = new KeyIndex();
      const expected = new Map<string, number>();
      for (const each of list) {
        expect(index.find(each)).toBe(expected.get(each) ?? -1);
        if (!expected.has(each)) expected.set(each, expected.size);
        expect(index.placeOf(each)).toBe(expected.get(each));
      }
      expect(index.keys).toEqual([...expected.keys()]);
    }),
  );
});

it('finds everything again after it has grown', () => {
  const index = new KeyIndex();
  const keys = Array.from({ length: 5_000 }, (_, number) => `key ${String(number)}`);
  for (const key of keys) index.placeOf(key);
  expect(keys.map((key) => index.find(key))).toEqual([...keys.keys()]);
});
