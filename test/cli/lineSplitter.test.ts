import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSplitter } from '../../src/cli/lineSplitter.ts';
import { split } from './pieces.ts';

const lines = (input: string, size: number) => split(input, size, (sink) => new LineSplitter(sink)).found;

describe('lines', () => {
  it('are pieces with their number; blank ones are counted and left out', () => {
    expect(lines('{"a":1}\n\n  \r\n{"b":2}\r\nlast', 1024)).toEqual(['1: {"a":1}', '4: {"b":2}\r', '5: last']);
  });

  it('are the same whatever chunks they arrive in', () => {
    const input = fc.array(fc.constantFrom('a', 'ä', '😀', ' ', '\n')).map((characters) => characters.join(''));
    fc.assert(
      fc.property(input, fc.integer({ min: 1, max: 9 }), (text, size) => {
        expect(lines(text, size)).toEqual(
          text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [`${index + 1}: ${line}`])),
        );
      }),
    );
  });

  it('longer than a string can be are refused by number, and the next ones are read', () => {
    const found = split(`{}\n${'x'.repeat(50)}\n[]\n`, 8, (sink) => new LineSplitter(sink, 40)).found;
    expect(found).toEqual(['1: {}', '2: larger than 512 MB!', '3: []']);
  });
});
