import { roundedWeight } from '../columns/strongestFirst.ts';
import type { DetectorLift } from '../grouping/detectorLift.ts';
import { weightWorthALook } from '../links/candidateLinks.ts';
import { pairEvidence, type LinkContext } from '../links/pairEvidence.ts';
import { episodeColumns } from './liveColumns.ts';
import { compareEpisodes, otherEnd, type LiveEpisode, type LiveLink } from './liveEpisode.ts';
import type { PairChange } from './pairChanges.ts';

/** Whatever weighing needs beside the episodes. */
export interface LiveLinkContext extends Omit<LinkContext, 'episodes'> {
  readonly lift: DetectorLift;
  /** What the weight must be with the company of the two detectors; see `leastOfLinks`. */
  readonly least: number;
}

/**
 * Makes and cuts links as pairs come near each other or part.
 *
 * @param died episodes that are no more; while they go one after the other, those that are left come near each other.
 * @returns the episodes whose links are others now.
 */
export function changeLinks(
  changes: Iterable<PairChange>,
  died: ReadonlySet<LiveEpisode>,
  context: LiveLinkContext,
): ReadonlySet<LiveEpisode> {
  const touched = new Set<LiveEpisode>();
  const fresh: PairChange[] = [];
  for (const change of changes) {
    if (died.has(change.one) || died.has(change.other)) continue;
    const link = linkBetween(change.one, change.other);
    if (link === undefined) {
      if (change.ways > 0) fresh.push(change);
      continue;
    }
    link.ways += change.ways;
    if (link.ways > 0) continue;
    cut(link.earlier, link);
    cut(link.later, link);
    touched.add(link.earlier).add(link.later);
  }
  makeLinks(fresh, context, touched);
  return touched;
}

/** Cuts all links of an episode that is no more; gives the episodes that it was linked with. */
export function cutLinks(episode: LiveEpisode): readonly LiveEpisode[] {
  return episode.links.splice(0).map((link) => {
    const other = otherEnd(link, episode);
    cut(other, link);
    return other;
  });
}

function makeLinks(pairs: readonly PairChange[], context: LiveLinkContext, touched: Set<LiveEpisode>): void {
  const { lift, least } = context;
  if (pairs.length === 0) return;
  const places = new Map<LiveEpisode, number>();
  for (const { one, other } of pairs) {
    for (const episode of [one, other]) if (!places.has(episode)) places.set(episode, places.size);
  }
  const among: LinkContext = { ...context, episodes: episodeColumns([...places.keys()]) };
  for (const { one, other, ways } of pairs) {
    const [earlier, later] = compareEpisodes(one, other) < 0 ? [one, other] : [other, one];
    const pair = pairEvidence(among, places.get(earlier) as number, places.get(later) as number);
    const weight = weightWorthALook(pair);
    if (weight === undefined || roundedWeight(weight + lift.of(earlier.type, later.type)) < least) continue;
    const { actor, trace, target, stage } = pair;
    const link: LiveLink = { earlier, later, ways, actor, trace, target, stage, weight };
    earlier.links.push(link);
    later.links.push(link);
    touched.add(earlier).add(later);
  }
}

/** Looks where fewer are: an alert that names thousands of things has thousands of links. */
function linkBetween(one: LiveEpisode, other: LiveEpisode): LiveLink | undefined {
  const [few, many] = one.links.length <= other.links.length ? [one, other] : [other, one];
  return few.links.find((link) => otherEnd(link, few) === many);
}

function cut(episode: LiveEpisode, link: LiveLink): void {
  const { links } = episode;
  const last = links.pop();
  // The order of links says nothing.
  if (last !== undefined && last !== link) links[links.indexOf(link)] = last;
}
