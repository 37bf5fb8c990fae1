import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextNumbers } from '../../../../src/domain/correlation/columns/textNumbers.ts';

const text = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'ab', 'ba', '__proto__', 'é', 'ÿ', 'Ā', '𝒳', '\ud800', 'a\u0000', '\u0000a'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

describe('numbers of texts', () => {
  it('are given by first appearance, as a map would', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), text), { maxLength: 100 }), (list) => {
        const numbers = new TextNumbers();
        const expected = new Map<string, number>();
        for (const [group, each] of list) {
          const key = `${String(group)} ${each}`;
          if (!expected.has(key)) expected.set(key, expected.size);
          const number = numbers.number(group, each);
          expect(number).toBe(expected.get(key));
          expect([numbers.group(number), numbers.text(number)]).toEqual([group, each]);
        }
        expect(numbers.size).toBe(expected.size);
      }),
    );
  });

  it('stay the same while the table grows over many pages', () => {
    const numbers = new TextNumbers();
    const texts = Array.from({ length: 5_000 }, (_, index) => `${String(index)} ${'x'.repeat(500)}`);
    expect(texts.map((each) => numbers.number(0, each))).toEqual([...texts.keys()]);
    expect(texts.map((each) => numbers.number(0, each))).toEqual([...texts.keys()]);
    expect(numbers.text(4_999)).toBe(texts[4_999]);
  });

  it('take a text that is longer than a page', () => {
    const numbers = new TextNumbers();
    const long = 'x'.repeat(3_000_000);
    expect([numbers.number(0, 'a'), numbers.number(0, long), numbers.number(0, 'b')]).toEqual([0, 1, 2]);
    expect([numbers.text(1) === long, numbers.text(2)]).toEqual([true, 'b']);
    const longAndWide = 'Ā'.repeat(600_000);
    expect([numbers.number(0, longAndWide), numbers.number(0, 'c'), numbers.number(0, longAndWide)]).toEqual([3, 4, 3]);
    expect([numbers.text(3) === longAndWide, numbers.text(4)]).toEqual([true, 'c']);
  });

  it('compare as their texts do', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const numbers = new TextNumbers();
        expect(numbers.isBefore(numbers.number(0, one), numbers.number(0, other))).toBe(one < other);
      }),
    );
  });

  it('have no text when they were never given', () => expect(new TextNumbers().text(7)).toBe(''));
});
