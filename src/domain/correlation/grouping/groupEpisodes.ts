import { noConstraints, type RowConstraints } from '../corrections/rowConstraints.ts';
import { countingUp } from '../columns/gather.ts';
import type { LinkStep } from '../correlationLink.ts';
import type { Thresholds } from '../correlationOptions.ts';
import type { CandidateLinks } from '../links/candidateLinks.ts';
import { leastOfLinks, withCompany } from '../links/withCompany.ts';
import { forEachShared, isStopped, type LinkContext } from '../links/pairEvidence.ts';
import { adoptDeclared, type DeclaredMember } from './adoptDeclared.ts';
import type { DetectorLift } from './detectorLift.ts';
import { Groups } from './groups.ts';
import { learnLift } from './learnLift.ts';
import { joinTogether } from './joinTogether.ts';
import { secondLook } from './secondLook.ts';
import { sidesOfEpisodes } from './sidesOfEpisodes.ts';

/** A link that joined two groups: with all of them a group of n episodes has n - 1, and a path between any two. */
export interface JoiningLink {
  readonly earlier: number;
  readonly later: number;
  readonly step: LinkStep;
  /** An actor or a trace in common, or the word of the service or a person; not only a target. */
  readonly proven: boolean;
}

export interface Grouping {
  /** For each episode the least episode of its group. */
  readonly groupOf: Int32Array;
  readonly joinedBy: readonly JoiningLink[];
  /** What was known of the company of detectors when these groups were made. */
  readonly lift: DetectorLift;
}

/**
 * Groups episodes. First what people put together. Then whatever an actor or a trace in common proves by itself,
 * strongest first. Then what the service declares. Then a second look at what is left between groups, all of it
 * together. What people keep apart, no step joins. Which detectors keep each other's company is learnt
 * before, from grouping the newest episodes in the same way.
 *
 * @param known that company, where it was learnt before.
 */
export function groupEpisodes(
  context: LinkContext,
  links: CandidateLinks,
  thresholds: Thresholds,
  declared: readonly (readonly DeclaredMember[])[] = [],
  constraints: RowConstraints = noConstraints,
  known?: DetectorLift,
): Grouping {
  const lift =
    known ??
    learnLift(context, links, (newest, learnt) =>
      learnt === undefined
        ? provenGroups(context, newest, thresholds)
        : groupOnce(context, newest, learnt, thresholds, declared, noConstraints).groups,
    );
  const { groups, joinedBy } = groupOnce(context, links, lift, thresholds, declared, constraints);
  const groupOf = countingUp(groups.size).map((episode) => groups.find(episode));
  return { groupOf, joinedBy, lift };
}

/** What is known before any company is: groups that an actor or a trace proves. */
function provenGroups(context: LinkContext, links: CandidateLinks, thresholds: Thresholds): Groups {
  const groups = new Groups(context);
  for (const link of provenLinks(links, thresholds)) {
    groups.join(links.earlier[link] as number, links.later[link] as number);
  }
  return groups;
}

/** @param lift the company of detectors as far as it is known: equal for equal groups, whatever else there is. */
function groupOnce(
  context: LinkContext,
  candidates: CandidateLinks,
  lift: DetectorLift,
  thresholds: Thresholds,
  declared: readonly (readonly DeclaredMember[])[],
  constraints: RowConstraints,
): { readonly groups: Groups; readonly joinedBy: readonly JoiningLink[] } {
  const links = withCompany(candidates, context.episodes, lift, leastOfLinks(thresholds));
  const groups = new Groups(context, sidesOfEpisodes(context, constraints));
  const joinedBy = [...joinTogether(context, constraints, groups, tellingLinks(links, thresholds), declared)];
  for (const link of provenLinks(links, thresholds)) {
    const joins = groups.join(links.earlier[link] as number, links.later[link] as number);
    if (joins) joinedBy.push(joiningLink(links, link, 'core'));
  }
  const haveInCommon = (one: number, other: number): boolean => shareAnything(context, one, other);
  for (const members of declared) {
    const pairs = adoptDeclared(members, groups, (group) => groups.episodesIn(group), haveInCommon);
    for (const [one, other] of pairs) {
      if (groups.join(one, other)) joinedBy.push({ ...ordered(one, other), step: 'service', proven: true });
    }
  }
  for (const link of secondLook(groups, context.episodes, links, lift, thresholds.secondLook - thresholds.prior)) {
    joinedBy.push(joiningLink(links, link, 'secondLook'));
  }
  return { groups, joinedBy };
}

/** Links that are enough by themselves, strongest first, by their places. */
function* provenLinks(links: CandidateLinks, { prior, core }: Thresholds): Iterable<number> {
  for (let link = 0; link < links.size; link += 1) {
    if ((links.weight[link] as number) + prior < core) return;
    if (isProven(links, link)) yield link;
  }
}

/** All links that are enough to join two episodes: those that prove it by themselves first, strongest first. */
function* tellingLinks(links: CandidateLinks, thresholds: Thresholds): Iterable<JoiningLink> {
  for (const link of provenLinks(links, thresholds)) yield joiningLink(links, link, 'core');
  for (let link = 0; link < links.size; link += 1) {
    if ((links.weight[link] as number) + thresholds.prior < thresholds.secondLook) return;
    yield joiningLink(links, link, 'secondLook');
  }
}

function joiningLink(links: CandidateLinks, link: number, step: LinkStep): JoiningLink {
  return {
    earlier: links.earlier[link] as number,
    later: links.later[link] as number,
    step,
    proven: isProven(links, link),
  };
}

function isProven({ actor, trace }: CandidateLinks, link: number): boolean {
  return (actor[link] as number) > 0 || (trace[link] as number) > 0;
}

/** Episodes are numbered chronologically. */
function ordered(one: number, other: number): { readonly earlier: number; readonly later: number } {
  return { earlier: Math.min(one, other), later: Math.max(one, other) };
}

/** A hub is something; what is on a stop list is not. */
function shareAnything(context: LinkContext, one: number, other: number): boolean {
  let shared = false;
  forEachShared(context.episodes, one, other, (evidence) => (shared ||= !isStopped(context, evidence)));
  return shared;
}
