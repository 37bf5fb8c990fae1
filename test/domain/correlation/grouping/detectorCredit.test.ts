import { describe, expect, it } from 'vitest';
import { creditOfDetectors } from '../../../../src/domain/correlation/grouping/detectorCredit.ts';
import { Groups } from '../../../../src/domain/correlation/grouping/groups.ts';
import { hour, noon, virtualMachine } from '../../../builders/alert.ts';
import { at, worldOf } from '../../../builders/correlationWorld.ts';

/** Sixty times two detectors that speak of one thing, and one that speaks alone; once it does not. */
const world = worldOf(
  Array.from({ length: 60 }, (_, round) =>
    ['Serious', 'Grave', 'Wolf'].map((alertType, index) =>
      at(noon + (4 * round + index) * hour, `${alertType.toLowerCase()}${String(round)}`, {
        alertType,
        on: [virtualMachine(`m-${String(3 * round + index)}`)],
      }),
    ),
  ).flat(),
);
const type = (name: string): number => world.columns.typeNames.indexOf(name);

function credit(join: (groups: Groups) => void, first = 0): Float64Array {
  const groups = new Groups(world.context);
  join(groups);
  return creditOfDetectors(groups, world.episodes, first, world.columns.typeNames.length);
}

function joinAttacks(groups: Groups): void {
  for (let round = 0; round < 60; round += 1) {
    groups.join(world.episode(`serious${String(round)}`), world.episode(`grave${String(round)}`));
  }
}

describe('the credit of a detector', () => {
  it('is for those that mostly speak with others, and against those that mostly speak alone', () => {
    const learnt = credit(joinAttacks);
    expect(learnt[type('Serious')]).toBeGreaterThan(0);
    expect(learnt[type('Wolf')]).toBeLessThan(0);
  });

  it('never says more than e times as much, either way', () => {
    for (const each of credit(joinAttacks)) expect(Math.abs(each)).toBeLessThanOrEqual(1);
  });

  it('does not rise by a detector that repeats itself', () => {
    const before = credit(joinAttacks);
    const after = credit((groups) => {
      joinAttacks(groups);
      for (let round = 1; round < 60; round += 1)
        groups.join(world.episode('wolf0'), world.episode(`wolf${String(round)}`));
    });
    expect(after).toEqual(before);
  });

  it('says less from less', () => {
    const of = (first: number): number => credit(joinAttacks, first)[type('Wolf')] ?? NaN;
    expect(of(world.episodes.size - 9)).toBeGreaterThan(of(0));
  });

  it('is nothing where nothing was joined, and of no episodes', () => {
    expect(credit(() => undefined)).toEqual(new Float64Array(3));
    expect(credit(joinAttacks, world.episodes.size)).toEqual(new Float64Array(3));
  });
});
