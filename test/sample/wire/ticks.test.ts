import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes, isoTime, reverseTicks, ticksAt, ticksFromEpoch } from '../../../src/sample/wire/ticks.ts';

const anyTime = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });

describe('ticks', () => {
  it('write the time that the millisecond clock shows', () => {
    fc.assert(fc.property(anyTime, (time) => Date.parse(isoTime(ticksFromEpoch(time))) === time));
  });

  it('keep seven digits and drop the zeros at the end, as the service does', () => {
    const whole = ticksFromEpoch(Date.UTC(2022, 10, 17, 9, 18, 1));
    expect([whole, whole + 5_137_586n, whole + 5_450_400n].map(isoTime)).toEqual([
      '2022-11-17T09:18:01Z',
      '2022-11-17T09:18:01.5137586Z',
      '2022-11-17T09:18:01.54504Z',
    ]);
  });

  it('count backwards to the number that a recorded alert is named by', () => {
    expect(reverseTicks(ticksFromEpoch(Date.UTC(2022, 10, 17, 9, 18, 1)) + 5_137_586n)).toBe('2517336241184862413');
  });

  it('sort newest first when counted backwards', () => {
    fc.assert(
      fc.property(anyTime, anyTime, (a, b) => {
        const [first, second] = [a, b].map((time) => reverseTicks(ticksFromEpoch(time)));
        return a === b || String(first) < String(second) === a > b;
      }),
    );
  });

  it('of a story depend on the day of now and on nothing smaller', () => {
    const midnight = Date.UTC(2026, 2, 18);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_399_999 }), (later) => {
        return ticksAt(midnight + later, '2d 21:14', 0n) === ticksFromEpoch(Date.UTC(2026, 2, 16, 21, 14));
      }),
    );
  });

  it('of a story take the fraction for what the story does not say', () => {
    const now = Date.UTC(2026, 2, 18, 12);
    expect(isoTime(ticksAt(now, '1d 03:04', 312_345_678n))).toBe('2026-03-17T03:04:31.2345678Z');
    expect(isoTime(ticksAt(now, '1d 03:04:05', 312_345_678n))).toBe('2026-03-17T03:04:05.2345678Z');
  });

  it.each(['0d 10:00', '1d', '1d 3:04', 'soon'])('refuse %s, which is no time before today', (text) => {
    expect(() => ticksAt(0, text as '1d 10:00', 0n)).toThrow(RangeError);
  });

  it('move by minutes and parts of minutes', () => {
    expect(isoTime(addMinutes(ticksFromEpoch(0), 1.5))).toBe('1970-01-01T00:01:30Z');
  });
});
