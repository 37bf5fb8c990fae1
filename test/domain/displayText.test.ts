import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayAddress, displayLabel, displayText } from '../../src/domain/displayText.ts';

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

describe('displayLabel', () => {
  it('shows what would have reversed or hidden text', () => {
    expect(displayLabel('\u202Egnp.exe\u202C')).toBe('⟨U+202E⟩gnp.exe⟨U+202C⟩');
    expect(displayLabel('pay\u200Bload\u{E0041}')).toBe('pay⟨U+200B⟩load⟨U+E0041⟩');
    expect(displayLabel('\u001b[31mred')).toBe('⟨U+001B⟩[31mred');
  });

  it('is one line', () => expect(displayLabel('a\r\nb\u2028c')).toBe('a b c'));

  it('is capped without cutting a character in two', () => {
    expect(displayLabel('x'.repeat(5_000_000))).toHaveLength(200);
    expect(displayLabel(`${'x'.repeat(198)}😀tail`)).not.toMatch(/[\uD800-\uDFFF](?![\uDC00-\uDFFF])…/u);
  });

  it('leaves no unseen character, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(displayLabel(text)).not.toMatch(unseen);
        expect(displayLabel(text).length).toBeLessThanOrEqual(200);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('displayText', () => {
  it('keeps lines and tabs and folds every form of newline', () => {
    expect(displayText('a\r\nb\rc\u2028d\u0085e\tf')).toBe('a\nb\nc\nd\ne\tf');
  });

  it('leaves nothing unseen but line feeds and tabs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(displayText(text).replaceAll(/[\n\t]/g, '')).not.toMatch(unseen);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('displayAddress', () => {
  it('names the letters of a host that only look like others', () => {
    expect(displayAddress('https://p\u03BFrtal.azure.com/x')).toBe('https://p⟨U+03BF⟩rtal.azure.com/x');
    expect(displayAddress('https://portal.azure.com@evil\u0435.example')).toContain('⟨U+0435⟩');
  });

  it('leaves an ordinary address as it is, and the letters of its path', () => {
    expect(displayAddress('https://portal.azure.com/größe?q=1')).toBe('https://portal.azure.com/größe?q=1');
    expect(displayAddress('no address')).toBe('no address');
  });
});
