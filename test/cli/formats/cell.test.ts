import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell } from '../../../src/cli/formats/cell.ts';

describe('a cell of a table', () => {
  it.each([
    ['plain', 8, 'plain   '],
    ['cut short', 6, 'cut s…'],
    ['東京本社', 10, '東京本社  '],
    ['東京本社支店', 5, '東京 '],
    ['e\u0301te\u0301', 5, 'été  '],
    ['\u001b[31mred', 20, '⟨U+001B⟩[31mred     '],
  ])('%s in %i columns', (text, width, expected) => {
    expect(cell(text, width)).toBe(expected);
  });

  it('never holds a character that a terminal obeys, and is never wider than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const shown = cell(text, width);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(Array.from(shown.replaceAll(/\p{M}/gu, '')).length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
