import type { RowConstraints } from '../corrections/rowConstraints.ts';
import type { LinkContext } from '../links/pairEvidence.ts';
import type { DeclaredMember } from './adoptDeclared.ts';
import type { JoiningLink } from './groupEpisodes.ts';
import type { Groups } from './groups.ts';

/**
 * Joins what people put together, however large and long it becomes; only two tenants stay two. Links that speak for
 * themselves, and what the service declares, stand as the explanation; the person's word ties only what is left.
 *
 * @param telling links that are enough to join two episodes, strongest first.
 * @param declared the episodes that each incident of the service names.
 */
export function joinTogether(
  { episodes }: LinkContext,
  { together }: RowConstraints,
  groups: Groups,
  telling: Iterable<JoiningLink>,
  declared: readonly (readonly DeclaredMember[])[],
): readonly JoiningLink[] {
  if (together.length === 0) return [];
  const joinedBy: JoiningLink[] = [];
  const join = (link: JoiningLink): boolean => {
    const joins = groups.joinByWord(link.earlier, link.later);
    if (joins) joinedBy.push(link);
    return joins;
  };
  const sets = together.map((rows) => distinct(rows.map((row) => episodes.of[row] as number)));
  const setOf = new Map(sets.flatMap((set) => set.map((episode) => [episode, set] as const)));
  for (const link of telling) {
    const set = setOf.get(link.earlier);
    if (set !== undefined && set === setOf.get(link.later)) join(link);
  }
  for (const members of declared) {
    const named = Map.groupBy(distinct(members.map(({ episode }) => episode)), (episode) => setOf.get(episode));
    for (const [set, list] of named) if (set !== undefined) chain(list, 'service', groups, join);
  }
  for (const set of sets) chain(set, 'person', groups, join);
  return joinedBy;
}

/** Ties each episode to the one before it that it can be joined to: of one group, unless there are several tenants. */
function chain(
  list: readonly number[],
  step: 'service' | 'person',
  groups: Groups,
  join: (link: JoiningLink) => boolean,
): void {
  const lasts: number[] = [];
  for (const later of list) {
    const group = lasts.findIndex((last) => groups.find(last) === groups.find(later));
    const place = group < 0 ? lasts.findIndex((earlier) => join({ earlier, later, step, proven: true })) : group;
    lasts[place < 0 ? lasts.length : place] = later;
  }
}

/** In their order, which is that of time. */
function distinct(list: readonly number[]): readonly number[] {
  return [...new Set(list)].sort((a, b) => a - b);
}
