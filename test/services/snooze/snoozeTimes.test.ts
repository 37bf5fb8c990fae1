import fc from 'fast-check';
import { expect, it } from 'vitest';
import { snoozeTimes } from '../../../src/services/snooze/snoozeTimes.ts';

const at = (text: string): string[] =>
  snoozeTimes(new Date(text)).map(({ label, until }) => `${label}: ${new Date(until).toString().slice(0, 21)}`);

it('offers times that people want to be reminded at, by the clock on the wall', () => {
  expect(at('2026-03-04T16:30:00')).toEqual([
    'For an hour: Wed Mar 04 2026 17:30',
    'For four hours: Wed Mar 04 2026 20:30',
    'Until tomorrow morning: Thu Mar 05 2026 09:00',
    'Until Monday morning: Mon Mar 09 2026 09:00',
    'For a week: Wed Mar 11 2026 09:00',
    'For a month: Fri Apr 03 2026 09:00',
  ]);
});

it('offers no time twice: on a Sunday tomorrow is Monday, and on a Monday that is a week away', () => {
  expect(at('2026-03-08T12:00:00').filter((line) => line.includes('Monday'))).toEqual([]);
  expect(at('2026-03-02T12:00:00').filter((line) => line.startsWith('For a week'))).toEqual([]);
});

it('offers only times to come', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(2000, 0), max: new Date(2100, 0), noInvalidDate: true }), (now) => {
      for (const { until } of snoozeTimes(now)) expect(until).toBeGreaterThan(now.getTime());
    }),
  );
});
