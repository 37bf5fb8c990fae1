import type { Episodes } from '../episodes.ts';
import type { Groups } from './groups.ts';

/** What is usual among all detectors counts like so many episodes of each: from a few, nothing is known of a detector. */
const usualEpisodes = 20;

/** Groups are partly wrong, and a detector that is right is often alone: what the counts say is taken by half. */
const trust = 0.5;

/** The most that a detector's credit may be, as a logarithm, for and against. */
const mostCredit = 1;

/**
 * For each detector the logarithm of how much more readily than others what it says turns out to be part of something:
 * some detectors cry wolf, and most of what they say stands alone. Learnt from groups that were found before.
 *
 * @param first the first episode that is counted; those before it were not grouped.
 * @param typeCount how many detectors there are.
 */
export function creditOfDetectors(
  groups: Groups,
  { size, type }: Pick<Episodes, 'size' | 'type'>,
  first: number,
  typeCount: number,
): Float64Array {
  const said = new Float64Array(typeCount);
  const joined = new Float64Array(typeCount);
  let allJoined = 0;
  for (let episode = first; episode < size; episode += 1) {
    const detector = type[episode] as number;
    said[detector] = (said[detector] as number) + 1;
    // A detector that only repeats itself proves nothing.
    if (groups.typesOf(groups.find(episode)).length < 2) continue;
    joined[detector] = (joined[detector] as number) + 1;
    allJoined += 1;
  }
  const usual = allJoined / Math.max(1, size - first);
  if (usual === 0 || usual === 1) return new Float64Array(typeCount);
  return said.map((count, detector) => {
    const share = ((joined[detector] as number) + usualEpisodes * usual) / (count + usualEpisodes);
    const credit = trust * (logOdds(share) - logOdds(usual));
    return Math.max(-mostCredit, Math.min(mostCredit, credit));
  });
}

function logOdds(share: number): number {
  return Math.log(share / (1 - share));
}
