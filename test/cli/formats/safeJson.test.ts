import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeJson } from '../../../src/cli/formats/safeJson.ts';

describe('JSON for a terminal', () => {
  it('means the same as JSON, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 2 }), (value) => {
        expect(JSON.parse(safeJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is one line without a character that a terminal obeys or hides, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(safeJson({ [text]: text })).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u);
      }),
    );
  });

  it.each([
    ['a C1 control sequence', '\u009b31m', String.raw`"\u009b31m"`],
    ['a line separator', 'a\u2028b', String.raw`"a\u2028b"`],
    ['a mark that turns the direction', '\u202egnp.exe', String.raw`"\u202egnp.exe"`],
    ['a tag beyond the first plane', '\u{e0041}', String.raw`"\udb40\udc41"`],
    ['letters of any script', 'Größe 字 😀', '"Größe 字 😀"'],
  ])('%s', (_, text, expected) => {
    expect(safeJson(text)).toBe(expected);
  });
});
