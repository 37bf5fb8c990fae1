import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pauseBetween, Tempos } from '../../../../src/domain/correlation/grouping/tempo.ts';
import { day, hour, minute } from '../../../builders/alert.ts';

/** The logarithm of a pause, as it is between two episodes without a length. */
function pause(milliseconds: number): number {
  const times = Float64Array.of(0, milliseconds);
  return pauseBetween({ start: times, end: times }, 0, 1);
}

/** So many pauses, joined one after the other: the group grows by an episode each time. */
function grown(seen: readonly number[]): Tempos {
  const tempos = new Tempos(seen.length + 2);
  seen.forEach((each, index) => {
    tempos.unite(0, index + 1, 0, each);
  });
  return tempos;
}

const anyPause = fc.integer({ min: 0, max: 30 * day }).map(pause);

describe('the tempo of a group', () => {
  it('says nothing before there is one', () => expect(grown([]).fit(0, 1, pause(hour))).toBe(0));

  it('speaks for a next step as soon as those before', () => {
    const tempos = grown([pause(4 * minute), pause(6 * minute), pause(9 * minute)]);
    expect(tempos.fit(0, 4, pause(5 * minute))).toBeGreaterThan(0.5);
  });

  it('speaks against a pause of days after steps of minutes, the more the more there were', () => {
    const against = (count: number): number =>
      grown(Array.from({ length: count }, () => pause(5 * minute))).fit(0, count + 1, pause(5 * day));
    expect([against(1) < -0.5, against(2) < against(1), against(3) < against(2)]).toEqual([true, true, true]);
  });

  it('speaks for a pause of days after steps of days', () => {
    const tempos = grown([pause(2 * day), pause(day), pause(3 * day)]);
    expect(tempos.fit(0, 4, pause(4 * day))).toBeGreaterThan(0.5);
  });

  it('never decides alone', () => {
    fc.assert(
      fc.property(fc.array(anyPause, { maxLength: 30 }), anyPause, (seen, next) => {
        const says = grown(seen).fit(0, seen.length + 1, next);
        expect(says).toBeGreaterThanOrEqual(-4);
        expect(says).toBeLessThanOrEqual(1.5);
      }),
    );
  });

  it('does not depend on the order in which it was learnt', () => {
    fc.assert(
      fc.property(fc.array(anyPause, { maxLength: 30 }), anyPause, (seen, next) => {
        const last = seen.length + 1;
        expect(grown(seen.toReversed()).fit(0, last, next)).toBe(grown(seen).fit(0, last, next));
      }),
    );
  });

  it('is no less known where a time is not', () => {
    const tempos = grown([pause(minute), NaN, pause(minute)]);
    expect(tempos.fit(0, 4, pause(minute))).toBe(grown([pause(minute), pause(minute)]).fit(0, 3, pause(minute)));
    expect(tempos.fit(0, 4, NaN)).toBe(0);
  });
});
