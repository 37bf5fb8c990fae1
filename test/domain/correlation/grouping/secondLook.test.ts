import { describe, expect, it } from 'vitest';
import { DetectorLift } from '../../../../src/domain/correlation/grouping/detectorLift.ts';
import { Groups } from '../../../../src/domain/correlation/grouping/groups.ts';
import { bondWeight } from '../../../../src/domain/correlation/grouping/secondLook.ts';
import { hour, noon, virtualMachine } from '../../../builders/alert.ts';
import { at, worldOf } from '../../../builders/correlationWorld.ts';

/** An hour between any two, and each on a machine of its own. */
const spoken = ['A', 'A', 'A', 'A', 'A', 'B', 'C', 'D', 'E', 'F', 'A', 'A', 'A', 'A'];
const world = worldOf(
  spoken.map((alertType, index) =>
    at(noon + index * hour, String(index), { alertType, on: [virtualMachine(`m-${String(index)}`)] }),
  ),
);
const common = { actor: 2, trace: 0, target: 0, stage: 0, pause: NaN };

/** What speaks for one more alert in a group. */
function weight(group: readonly number[], other: number, lift = new DetectorLift([], world.columns.typeNames)): number {
  const groups = new Groups(world.context);
  const [first = 0] = group;
  for (const each of group) groups.join(world.episode(String(first)), world.episode(String(each)));
  const [a, b] = [first, other].map((each) => groups.find(world.episode(String(each)))) as [number, number];
  const value = bondWeight(groups, a, b, common, lift);
  expect(bondWeight(groups, b, a, common, lift)).toBe(value);
  return value;
}

describe('what speaks for joining two groups', () => {
  it('is a new detector where few have spoken, and the less the more have', () => {
    const few = weight([0, 1, 2, 3, 4], 9);
    const known = weight([0, 1, 2, 3, 4], 10);
    const many = weight([4, 5, 6, 7, 8], 9);
    expect(few).toBeGreaterThan(known);
    expect(many).toBeLessThan(known);
    expect(weight([4, 5, 6, 7, 8], 10)).toBe(known);
  });

  it('is the record of the detector for an alert that is alone, and nothing of it for a group', () => {
    const credit = world.columns.typeNames.map((name) => (name === 'F' ? -1 : name === 'A' ? -0.5 : 0));
    const lift = new DetectorLift([], world.columns.typeNames, credit);
    expect(weight([0, 1], 9, lift) - weight([0, 1], 9)).toBeCloseTo(-1);
    expect(weight([0], 9, lift) - weight([0], 9)).toBeCloseTo(-1.5);
  });
});
