import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../src/domain/time.ts';

describe('parseTime', () => {
  it.each([
    ['2022-11-22T20:28:38Z', Date.UTC(2022, 10, 22, 20, 28, 38)],
    ['2022-11-22T20:28:38.3858332Z', Date.UTC(2022, 10, 22, 20, 28, 38, 385)],
    ['2022-11-22T20:28:38.3', Date.UTC(2022, 10, 22, 20, 28, 38, 300)],
    ['2022-11-22T20:28:38+14:00', Date.UTC(2022, 10, 22, 6, 28, 38)],
    [' 2022-11-22T20:28:38-00:30 ', Date.UTC(2022, 10, 22, 20, 58, 38)],
  ])('reads %s', (text, expected) => expect(parseTime(text)).toBe(expected));

  it.each([
    '',
    'not a date',
    '2024-02-30T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2024-01-01',
    '2024-01-01T25:00:00Z',
    '2024-13-01T00:00:00Z',
    '1732307318',
  ])('gives nothing for %j', (text) => expect(parseTime(text)).toBeUndefined());

  it.each([null, undefined, 1732307318, 1732307318000, {}, [], true])('gives nothing for the value %j', (value) =>
    expect(parseTime(value)).toBeUndefined(),
  );

  it('reads back every instant that it can print', () => {
    const sane = fc.date({ min: new Date('2008-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(sane, (date) => {
        expect(parseTime(date.toISOString())).toBe(date.getTime());
      }),
    );
  });

  it('gives a finite number or nothing, for any value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const time = parseTime(value);
        expect(time === undefined || Number.isFinite(time)).toBe(true);
      }),
    );
  });
});
