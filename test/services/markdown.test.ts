import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { inertMarkdown, markdownCode, markdownText } from '../../src/services/markdown.ts';

describe('markdownText', () => {
  it.each([
    ['[x](command:run)', '\\[x\\]\\(command\\:run\\)'],
    ['![](https://evil/x)', '\\!\\[\\]\\(https\\://evil/x\\)'],
    ['<img src=x>', '\\<img src\\=x\\>'],
    ['a\r```\rb', 'a\n\\`\\`\\`\nb'],
    ['    indented', 'indented'],
    ['- a\n1. b\n# c', '\\- a\n1\\. b\n\\# c'],
  ])('keeps %j as text', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  it('leaves no mark unescaped that could begin markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'[]()<>!`*_#-+.|:@&$\\ \r\na\u202E'.split('')) }), (text) => {
        expect(markdownText(text).replaceAll(/\\[\\`*_{}[\]()#+\-.!|<>&~$:@=]/g, '')).not.toMatch(
          /[`*_[\]<>#!|\u202E\r]/,
        );
      }),
    );
  });
});

describe('markdownCode', () => {
  it('is fenced by more backticks than it holds', () => {
    expect(markdownCode('a`b``c')).toBe('``` a`b``c ```');
    expect(markdownCode('plain')).toBe('`plain`');
  });

  it('stays on one line', () => {
    expect(markdownCode('a\n```\n[x](y)')).toBe('```` a ``` [x](y) ````');
  });
});

/** Any code point, lone surrogates too; fast-check's own full range costs two seconds to set up. */
const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));

describe('inertMarkdown', () => {
  it.each([
    ['a@b.example', 'a&#64;b&#46;example'],
    ['see https://evil', 'see https&#58;&#47;&#47;evil'],
    ['www.evil', 'www&#46;evil'],
    ['1. [x](command:y)', '1&#46; &#91;x&#93;&#40;command&#58;y&#41;'],
    ['a\r```\rb', 'a &#96;&#96;&#96; b'],
    ['&lt;', '&#38;lt&#59;'],
  ])('leaves nothing of %j to read as markup', (text, expected) => {
    expect(inertMarkdown(text)).toBe(expected);
  });

  it('consists of letters, digits, single spaces and character references, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        expect(inertMarkdown(text).replaceAll(/&#\d+;/g, 'x')).toMatch(/^(?:[\p{L}\p{M}\p{N}]| (?! ))*$/u);
      }),
    );
  });
});
