import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DetectorLift } from '../../../../src/domain/correlation/grouping/detectorLift.ts';

/** So many groups of the same detectors. */
function times(count: number, types: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: count }, () => types);
}

describe('the lift of two detectors', () => {
  const lift = new DetectorLift([...times(20, [0, 1]), ...times(20, [2, 3]), ...times(2, [0, 3])], 5);

  it('is for those that keep each other company and against those that avoid it', () => {
    expect(lift.of(0, 1)).toBeGreaterThan(0);
    expect(lift.of(1, 2)).toBeLessThan(0);
  });

  it('is the same both ways, and nothing for one detector', () => {
    expect(lift.of(1, 0)).toBe(lift.of(0, 1));
    expect(lift.of(0, 0)).toBe(0);
  });

  it('is nothing for a detector that was in no proven group', () => expect(lift.of(0, 4)).toBe(0));

  it('says little from little: one group teaches less than twenty', () => {
    const taught = new DetectorLift([...times(20, [2, 3]), [0, 1]], 4);
    expect(taught.of(0, 1)).toBeLessThan(lift.of(0, 1));
  });

  it('learns nothing from groups of one detector', () => {
    const more = new DetectorLift(
      [...times(20, [0, 1]), ...times(20, [2, 3]), ...times(2, [0, 3]), ...times(50, [0])],
      5,
    );
    expect([more.of(0, 1), more.of(1, 2)]).toEqual([lift.of(0, 1), lift.of(1, 2)]);
  });

  it('is never more than its bound, either way, and always a number', () => {
    const group = fc.uniqueArray(fc.nat(19), { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 40 }), fc.nat(19), fc.nat(19), (groups, a, b) => {
        expect(Math.abs(new DetectorLift(groups, 20).of(a, b))).toBeLessThanOrEqual(1.5);
      }),
    );
  });
});
