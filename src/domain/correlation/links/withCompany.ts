import { countingUp } from '../columns/gather.ts';
import { roundedWeight, strongestFirst } from '../columns/strongestFirst.ts';
import type { Thresholds } from '../correlationOptions.ts';
import type { Episodes } from '../episodes.ts';
import type { DetectorLift } from '../grouping/detectorLift.ts';
import { linksInOrder, type CandidateLinks } from './candidateLinks.ts';

/**
 * A link that falls short of what joining needs by more than that is dropped. Together with others it hardly ever
 * decides, and is wrong as often as right; but followed from one to the next, such links chain thousands of episodes that
 * have nothing to do with each other.
 */
const farthestShort = 1.8;

/** Logarithm of the odds, before the prior, that a link needs at least, with the company of its detectors. */
export function leastOfLinks({ prior, core, secondLook }: Thresholds): number {
  return Math.min(core, secondLook) - prior - farthestShort;
}

/**
 * The links with what is known of their detectors' company in their weights, strongest first again.
 *
 * @param least those with less weight are dropped.
 */
export function withCompany(
  links: CandidateLinks,
  { type }: Episodes,
  lift: DetectorLift,
  least: number,
): CandidateLinks {
  const weight = links.weight.slice();
  for (let link = 0; link < links.size; link += 1) {
    const earlier = links.earlier[link] as number;
    const later = links.later[link] as number;
    weight[link] = roundedWeight((weight[link] as number) + lift.of(type[earlier] as number, type[later] as number));
  }
  const order = countingUp(links.size).filter((link) => (weight[link] as number) >= least);
  strongestFirst(order, weight);
  return linksInOrder({ ...links, weight }, order);
}
