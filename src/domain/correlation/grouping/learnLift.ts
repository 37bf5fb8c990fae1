import { countingUp } from '../columns/gather.ts';
import { linksInOrder, type CandidateLinks } from '../links/candidateLinks.ts';
import type { LinkContext } from '../links/pairEvidence.ts';
import { creditOfDetectors } from './detectorCredit.ts';
import { DetectorLift } from './detectorLift.ts';
import type { Groups } from './groups.ts';

/** Each round groups better than the one before; a fourth teaches nothing more. */
const rounds = 3;

/** The newest episodes teach as much as five times as many (measured), and cost less. */
const lessons = 20_000;

/**
 * Learns which detectors keep each other's company, and which mostly speak alone: groups without knowing, learns from the groups, and groups again.
 * @param group makes groups of links, with what is known so far.
 */
export function learnLift(
  { alerts, episodes }: LinkContext,
  links: CandidateLinks,
  group: (newest: CandidateLinks, known: DetectorLift | undefined) => Groups,
): DetectorLift {
  const first = episodes.size - lessons;
  const newest =
    first <= 0
      ? links
      : linksInOrder(
          links,
          countingUp(links.size).filter((link) => (links.earlier[link] as number) >= first),
        );
  let lift: DetectorLift | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const groups = group(newest, lift);
    const credit = creditOfDetectors(groups, episodes, Math.max(0, first), alerts.typeNames.length);
    lift = new DetectorLift(groups.detectors(), alerts.typeNames, credit);
  }
  return lift ?? new DetectorLift([], alerts.typeNames);
}
