import { includesAll } from '../columns/risingLists.ts';
import type { DetectorLift } from './detectorLift.ts';
import type { Groups } from './groups.ts';

/** Most alerts that are alone are part of no attack; two groups have each shown already that they are part of one. */
const loneAlert = -0.3;

/**
 * The strongest of many links is strong by chance more often than the only one. What speaks for joining a group counts
 * less by this for each time that the group is e times as large as `usualSize`, and more where it is smaller.
 */
const manyChances = 0.25;
const usualSize = 4;

/**
 * An attack sets off a few detectors, most of them again and again. Another one is expected where fewer have spoken so
 * far, and the less the more have.
 */
const usualDetectors = 3.6;

/** A group has shown that its alerts are part of something; for one that is alone its detector's record has to do. */
export function creditOfLone(groups: Groups, a: number, b: number, lift: DetectorLift): number {
  return recordOf(groups, a, lift) + recordOf(groups, b, lift);
}

function recordOf(groups: Groups, group: number, lift: DetectorLift): number {
  return groups.episodesIn(group) > 1 ? 0 : lift.creditOf(groups.typesOf(group)[0] ?? -1);
}

/** What a detector that is new to the larger group says, by how many have spoken there. */
export function newDetector(groups: Groups, a: number, b: number): number {
  const more = groups.episodesIn(a) - groups.episodesIn(b) || groups.typesOf(a).length - groups.typesOf(b).length;
  const [larger, smaller] = more < 0 ? [b, a] : [a, b];
  if (groups.episodesIn(larger) === 1) return 0;
  const known = groups.typesOf(larger);
  return includesAll(known, groups.typesOf(smaller)) ? 0 : Math.log(usualDetectors / known.length);
}

/** What the sizes of two groups say. */
export function sizes(groups: Groups, a: number, b: number): number {
  const [one, other] = [groups.episodesIn(a), groups.episodesIn(b)];
  const larger = Math.max(one, other);
  if (larger === 1) return 0;
  return (Math.min(one, other) === 1 ? loneAlert : 0) - manyChances * Math.log(larger / usualSize);
}
