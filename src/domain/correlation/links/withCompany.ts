import { countingUp } from '../columns/gather.ts';
import { roundedWeight, strongestFirst } from '../columns/strongestFirst.ts';
import type { Episodes } from '../episodes.ts';
import type { DetectorLift } from '../grouping/detectorLift.ts';
import { linksInOrder, type CandidateLinks } from './candidateLinks.ts';

/** The links with what is known of their detectors' company in their weights, strongest first again. */
export function withCompany(links: CandidateLinks, { type }: Episodes, lift: DetectorLift): CandidateLinks {
  const weight = links.weight.slice();
  for (let link = 0; link < links.size; link += 1) {
    const earlier = links.earlier[link] as number;
    const later = links.later[link] as number;
    weight[link] = roundedWeight((weight[link] as number) + lift.of(type[earlier] as number, type[later] as number));
  }
  const order = countingUp(links.size);
  strongestFirst(order, weight);
  return linksInOrder({ ...links, weight }, order);
}
