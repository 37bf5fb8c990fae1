import { describe, expect, it } from 'vitest';
import type { DetectorLift } from '../../../../src/domain/correlation/grouping/detectorLift.ts';
import { Groups } from '../../../../src/domain/correlation/grouping/groups.ts';
import { learnLift } from '../../../../src/domain/correlation/grouping/learnLift.ts';
import { candidateLinks } from '../../../../src/domain/correlation/links/candidateLinks.ts';
import { hour, noon, virtualMachine } from '../../../builders/alert.ts';
import { anAddress, at, worldOf } from '../../../builders/correlationWorld.ts';

/** Forty attacks of two steps, in ten ways. */
const world = worldOf(
  Array.from({ length: 40 }, (_, attack) =>
    ['First', 'Second'].map((step, index) =>
      at(noon + attack * 30 * hour + index * hour, `${step}${String(attack)}`, {
        alertType: `${step}${String(attack % 10)}`,
        on: [virtualMachine(`m-${String(attack)}`)],
        entities: [anAddress(`203.0.113.${String(attack)}`)],
      }),
    ),
  ).flat(),
);
const links = candidateLinks(world.context, world.timelines);

function joined(): Groups {
  const groups = new Groups(world.context);
  for (let link = 0; link < links.size; link += 1) {
    groups.join(links.earlier[link] as number, links.later[link] as number);
  }
  return groups;
}

describe('learning the company of detectors', () => {
  it('begins without any knowledge, and groups again with what each time before has taught', () => {
    const known: (DetectorLift | undefined)[] = [];
    const type = (name: string): number => world.columns.typeNames.indexOf(name);
    const lift = learnLift(world.context, links, (_, before) => {
      known.push(before);
      return joined();
    });
    expect(known.map((before) => before === undefined)).toEqual([true, false, false]);
    expect(lift.of(type('First1'), type('Second1'))).toBeGreaterThan(0);
    expect(lift.of(type('First1'), type('Second2'))).toBeLessThan(0);
  });

  it('takes all links where there are few, in the order they came', () => {
    learnLift(world.context, links, (newest) => {
      expect(newest).toEqual(links);
      return joined();
    });
  });
});
