import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DetectorLift } from '../../../../src/domain/correlation/grouping/detectorLift.ts';

function names(count: number): readonly string[] {
  return Array.from({ length: count }, (_, type) => `T${String(type).padStart(2, '0')}`);
}

/** So many groups of the same detectors. */
function times(count: number, types: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: count }, () => types);
}

/** Twenty ways of attack, each with two detectors of its own, and two groups that mix them. */
const attacks = [
  ...Array.from({ length: 20 }, (_, way) => times(20, [2 * way, 2 * way + 1])).flat(),
  ...times(2, [0, 3]),
];
const [unseen, asUnseen] = [40, 41];

describe('the lift of two detectors', () => {
  const lift = new DetectorLift(attacks, names(42));

  it('is for those that keep each other company and against those that avoid it', () => {
    expect(lift.of(0, 1)).toBeGreaterThan(1);
    expect(lift.of(1, 2)).toBeLessThan(-1);
  });

  it('is against those that meet as often as by chance: what is not an attack brings any two together', () => {
    const byChance = Array.from({ length: 400 }, (_, index) => [index % 20, 20 + (Math.floor(index / 20) % 20)]);
    expect(new DetectorLift(byChance, names(40)).of(3, 27)).toBeLessThan(-1);
  });

  it('is the same both ways, and nothing for one detector', () => {
    expect(lift.of(1, 0)).toBe(lift.of(0, 1));
    expect(lift.of(0, 0)).toBe(0);
  });

  it('is nothing for a detector that was in no proven group', () => expect(lift.of(0, unseen)).toBe(0));

  it('is nothing for a detector that nobody knew yet', () => expect([lift.of(0, 42), lift.of(50, 42)]).toEqual([0, 0]));

  it('cuts a group of many detectors by their names, so that their numbers decide nothing', () => {
    const many = Array.from({ length: 13 }, (_, type) => type);
    const groups = [...times(5, many), ...times(20, [13, 14])];
    const called = names(15);
    const [rising, falling] = [new DetectorLift(groups, called), new DetectorLift(groups, called.toReversed())];
    expect([rising.of(0, 11), falling.of(12, 1)].every((value) => value !== 0)).toBe(true);
    expect([rising.of(0, 12), falling.of(12, 0)]).toEqual([0, 0]);
  });

  it('is nothing where all attacks are alike: there is nothing to compare with', () =>
    expect(new DetectorLift(times(50, [0, 1]), names(2)).of(0, 1)).toBe(0));

  it('says little from little: one group teaches less than twenty', () => {
    const taught = new DetectorLift([...attacks, [unseen, asUnseen]], names(42));
    expect(taught.of(unseen, asUnseen)).toBeLessThan(lift.of(0, 1));
  });

  it('says little in a small environment', () => {
    const small = new DetectorLift(
      [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
      names(6),
    );
    expect(Math.abs(small.of(0, 2))).toBeLessThan(0.5);
  });

  it('learns nothing from groups of one detector', () => {
    const more = new DetectorLift([...attacks, ...times(50, [0])], names(42));
    expect([more.of(0, 1), more.of(1, 2)]).toEqual([lift.of(0, 1), lift.of(1, 2)]);
  });

  it('of two groups is between the average of their detectors and the least, since all of an attack keep company', () => {
    const average = (lift.of(0, 1) + lift.of(0, 2)) / 2;
    expect(lift.between([0], [1, 2])).toBeLessThan(average);
    expect(lift.between([0], [1, 2])).toBeGreaterThan(lift.of(0, 2));
    expect(lift.between([0], [1])).toBeCloseTo(lift.of(0, 1));
  });

  it('of one group is that of its detectors on average', () => {
    expect(lift.within([0, 1, 2])).toBeCloseTo((lift.of(0, 1) + lift.of(0, 2) + lift.of(1, 2)) / 3);
    expect(lift.within([0])).toBe(0);
  });

  it('is never more than its bound, either way, and always a number', () => {
    const group = fc.uniqueArray(fc.nat(19), { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 40 }), fc.nat(19), fc.nat(19), (groups, a, b) => {
        expect(Math.abs(new DetectorLift(groups, names(20)).of(a, b))).toBeLessThanOrEqual(6);
      }),
    );
  });
});
