import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeUnits, textHash } from '../../../../src/domain/correlation/columns/textHash.ts';

const text = fc.string({ unit: 'binary', maxLength: 20 });

describe('taking the units of a text', () => {
  it('writes each of them, and hashes as if it did not', () => {
    fc.assert(
      fc.property(text, fc.nat(255), (each, seed) => {
        const units = new Uint16Array(50);
        expect(takeUnits(each, seed, units)).toBe(textHash(seed, each));
        const expected = Array.from({ length: each.length }, (_, at) => each.charCodeAt(at));
        expect([...units.subarray(0, each.length)]).toEqual(expected);
      }),
    );
  });
});
