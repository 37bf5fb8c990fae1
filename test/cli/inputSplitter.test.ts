import { describe, expect, it } from 'vitest';
import { InputSplitter, isDividedByLines } from '../../src/cli/inputSplitter.ts';
import { split } from './pieces.ts';

const alert = '{"id":"a"}';

describe('the form of the input', () => {
  it.each([
    ['alerts one a line', `${alert}\n${alert}\n`],
    ['alerts behind lines that are bad', `oops\n{"id":\n${alert}\n`],
    ['one alert without an end of line', alert],
    ['the beginning of one long alert', `{"id":"${'x'.repeat(200)}`],
  ])('%s: lines', (_, head) => {
    expect(isDividedByLines(head)).toBe(true);
  });

  it.each([
    ['a page', `{"value":[${alert},`],
    ['a page that begins with its link', `{ "nextLink" : "x",\n${alert}`],
    ['an indented page', `{\n  "count": 1,\n  "value": [\n${alert}\n`],
    ['an array', ` \n[${alert},\n${alert}\n]`],
    ['pages one a line', `{"value":[${alert}]}\n{"value":[]}\n`],
  ])('%s: a document', (_, head) => {
    expect(isDividedByLines(head)).toBe(false);
  });
});

describe('the input', () => {
  it('may begin with a byte order mark, in a chunk of its own too', () => {
    for (const size of [1, 3, 100]) {
      expect(split(`\ufeff${alert}\n${alert}`, size, (sink) => new InputSplitter(sink)).texts).toEqual([alert, alert]);
      expect(split(`\ufeff[${alert}]`, size, (sink) => new InputSplitter(sink)).texts).toEqual([alert]);
    }
  });

  it('may be empty', () => {
    expect(split('', 1, (sink) => new InputSplitter(sink)).found).toEqual([]);
    expect(split(' \n\n', 1, (sink) => new InputSplitter(sink)).found).toEqual([]);
  });

  it('may be longer than what its form is told by', () => {
    const input = `${alert}\n`.repeat(20_000);
    expect(split(input, 1000, (sink) => new InputSplitter(sink)).texts.length).toBe(20_000);
  });
});
