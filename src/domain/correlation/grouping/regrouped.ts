import { noConstraints, type RowConstraints } from '../corrections/rowConstraints.ts';
import type { LinkContext } from '../links/pairEvidence.ts';
import { DetectorLift } from './detectorLift.ts';
import type { JoiningLink } from './groupEpisodes.ts';
import { Groups } from './groups.ts';
import { sidesOfEpisodes } from './sidesOfEpisodes.ts';

/** The groups as they came to be, and what the second look knew about the company of detectors. */
export interface Regrouped {
  readonly groups: Groups;
  readonly lift: DetectorLift;
}

/**
 * Groups made again from the links that joined them: cheaper than to keep them, since only who asks why needs them.
 * @param joinedBy in the order of joining; those of the second look last.
 */
export function regrouped(
  context: LinkContext,
  joinedBy: readonly JoiningLink[],
  constraints: RowConstraints = noConstraints,
): Regrouped {
  const groups = new Groups(context, sidesOfEpisodes(context, constraints));
  for (const { step, earlier, later } of joinedBy) if (step !== 'secondLook') groups.joinByWord(earlier, later);
  const lift = new DetectorLift(groups.detectors(), context.alerts.typeNames.length);
  for (const { step, earlier, later } of joinedBy) if (step === 'secondLook') groups.joinByWord(earlier, later);
  return { groups, lift };
}
