import type { RowConstraints } from '../corrections/rowConstraints.ts';
import type { CandidateLinks } from '../links/candidateLinks.ts';
import type { LinkContext } from '../links/pairEvidence.ts';
import type { JoiningLink } from './groupEpisodes.ts';
import type { Groups } from './groups.ts';

/**
 * Joins what people put together, however large and long it becomes; only two tenants stay two. Where a link is enough
 * by itself it stands as the explanation, and the person's word ties the rest.
 *
 * @param proven places of links that are enough by themselves, strongest first.
 */
export function joinTogether(
  { episodes }: LinkContext,
  { together }: RowConstraints,
  groups: Groups,
  links: CandidateLinks,
  proven: Iterable<number>,
): readonly JoiningLink[] {
  if (together.length === 0) return [];
  const joinedBy: JoiningLink[] = [];
  const sets = together.map((rows) => [...new Set(rows.map((row) => episodes.of[row] as number))]);
  const setOf = new Map(sets.flatMap((set) => set.map((episode) => [episode, set] as const)));
  for (const link of proven) {
    const [earlier, later] = [links.earlier[link] as number, links.later[link] as number];
    const set = setOf.get(earlier);
    if (set === undefined || set !== setOf.get(later)) continue;
    if (groups.joinByWord(earlier, later)) joinedBy.push({ earlier, later, step: 'core', proven: true });
  }
  for (const set of sets) {
    // The last episode of each group so far: one group, unless the set is of several tenants.
    const lasts: number[] = [];
    for (const later of set) {
      const group = lasts.findIndex((last) => groups.find(last) === groups.find(later));
      const joined = group < 0 ? lasts.findIndex((last) => groups.joinByWord(last, later)) : group;
      const earlier = lasts[joined];
      if (group < 0 && earlier !== undefined) joinedBy.push({ earlier, later, step: 'person', proven: true });
      lasts[joined < 0 ? lasts.length : joined] = later;
    }
  }
  return joinedBy;
}
