import { describe, expect, it } from 'vitest';
import { nextRefreshAt, type ScheduleFacts } from '../../../src/services/schedule/nextRefresh.ts';
import { minute, noon } from '../../builders/alert.ts';

const usual: ScheduleFacts = {
  interval: 15,
  visible: true,
  focused: true,
  signedIn: true,
  endedAt: noon,
  unchanged: 0,
  unreached: 0,
};

/** Minutes until the next read; undefined when there is none. */
function minutes(change: Partial<ScheduleFacts>): number | undefined {
  const at = nextRefreshAt({ ...usual, ...change });
  return at === undefined ? undefined : (at - noon) / minute;
}

describe('the next read of Azure', () => {
  it('is as far from the last one as the person wants', () => {
    expect(minutes({})).toBe(15);
    expect(minutes({ interval: 5 })).toBe(5);
  });

  it('is none while nobody can see the view, nobody is signed in, or the person wants none', () => {
    expect(minutes({ visible: false })).toBeUndefined();
    expect(minutes({ signedIn: false })).toBeUndefined();
    expect(minutes({ interval: 0 })).toBeUndefined();
    expect(minutes({ interval: 0, unreached: 1 })).toBeUndefined();
    expect(minutes({ endedAt: undefined })).toBeUndefined();
  });

  it('is later while the window has no focus and while nothing changes', () => {
    expect(minutes({ focused: false })).toBe(30);
    expect([3, 4, 100].map((unchanged) => minutes({ unchanged }))).toEqual([15, 30, 30]);
    expect(minutes({ focused: false, unchanged: 9 })).toBe(60);
  });

  it('F41 backs off from one minute to fifteen while Azure cannot be reached, whatever the interval', () => {
    const waits = [1, 2, 3, 4, 5, 6, 40].map((unreached) => minutes({ unreached, interval: 240, focused: false }));
    expect(waits).toEqual([1, 2, 4, 8, 15, 15, 15]);
  });

  it('is not before Azure wants to be asked again', () => {
    expect(minutes({ retryAt: noon + 40 * minute })).toBe(40);
    expect(minutes({ retryAt: noon + minute })).toBe(15);
  });
});
