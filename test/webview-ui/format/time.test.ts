// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { duration, timeAgo, utcTime } from '../../../webview-ui/src/format/time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('times', () => {
  it.each([
    [0, 'under 1 min'],
    [minute, '1 min'],
    [59 * minute + 59_000, '59 min'],
    [hour, '1 h'],
    [hour + 5 * minute, '1 h 5 min'],
    [day, '1 d'],
    [2 * day + 3 * hour, '2 d 3 h'],
  ])('%d ms are %s', (length, text) => {
    expect(duration(length)).toBe(text);
  });

  it('are said with a coarse unit that fits their distance', () => {
    const now = Date.UTC(2026, 0, 10);
    const unitOf = (distance: number) => timeAgo(now - distance, now);
    expect(unitOf(90 * minute)).toContain('90');
    expect(unitOf(5 * hour)).toContain('5');
    expect(unitOf(3 * day)).toContain('3');
  });

  it('are written in UTC for comparing with logs', () => {
    expect(utcTime(Date.UTC(2026, 2, 2, 10, 0, 5))).toBe('2026-03-02 10:00:05 UTC');
  });
});
