import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { markdownCode, markdownText } from '../../src/services/markdown.ts';

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
