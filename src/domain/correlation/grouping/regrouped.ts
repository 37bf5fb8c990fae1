import { noConstraints, type RowConstraints } from '../corrections/rowConstraints.ts';
import type { LinkContext } from '../links/pairEvidence.ts';
import type { JoiningLink } from './groupEpisodes.ts';
import { Groups } from './groups.ts';
import { sidesOfEpisodes } from './sidesOfEpisodes.ts';

/** Groups made again from the links that joined them: cheaper than to keep them, since only who asks why needs them. */
export function regrouped(
  context: LinkContext,
  joinedBy: readonly JoiningLink[],
  constraints: RowConstraints = noConstraints,
): Groups {
  const groups = new Groups(context, sidesOfEpisodes(context, constraints));
  for (const { earlier, later } of joinedBy) groups.joinByWord(earlier, later);
  return groups;
}
