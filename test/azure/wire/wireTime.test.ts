import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWireTime } from '../../../src/azure/wire/wireTime.ts';

describe('parseWireTime', () => {
  it.each([
    ['2022-11-21T01:00:00Z', '2022-11-21T01:00:00.000Z'],
    ['2022-11-22T20:28:38.3Z', '2022-11-22T20:28:38.300Z'],
    ['2022-11-22T20:28:38.3858332Z', '2022-11-22T20:28:38.385Z'],
    ['2022-11-22T20:28:38', '2022-11-22T20:28:38.000Z'],
    ['2022-11-22T20:28:38+14:00', '2022-11-22T06:28:38.000Z'],
    ['2022-11-22T20:28:38.5-05:30', '2022-11-23T01:58:38.500Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(new Date(parseWireTime(text) ?? NaN).toISOString()).toBe(expected);
  });

  it.each([
    '',
    'not a date',
    '2024-02-30T00:00:00Z',
    '2023-02-29T00:00:00Z',
    '2024-13-01T00:00:00Z',
    '2024-01-01T24:00:00Z',
    '2024-01-01T00:60:00Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.9999999Z',
    '2024-01-01',
    '1700000000',
  ])('%j is no time', (text) => {
    expect(parseWireTime(text)).toBeUndefined();
  });

  it('reads back every time that JavaScript writes', () => {
    const min = new Date('1970-01-01T00:00:00Z');
    const max = new Date('9998-12-31T23:59:59.999Z');
    fc.assert(
      fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
        expect(parseWireTime(date.toISOString())).toBe(date.getTime());
      }),
    );
  });
});
