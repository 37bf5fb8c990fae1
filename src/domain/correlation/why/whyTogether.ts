import type { AlertKey } from '../../alert.ts';
import type { ColumnCorrelation } from '../correlateColumns.ts';
import type { CorrelationLink } from '../correlationLink.ts';
import type { JoiningLink } from '../grouping/groupEpisodes.ts';
import { linkOf, sharedBy } from '../incidents/linkOf.ts';

/**
 * The links that lead from one alert to another of its group, in order: for an incident of our own, between any two of
 * its alerts. A repeat has a link of its own to the alert that it repeats. Undefined when no links lead there: the two
 * are of different groups (then `whyApart` tells why), or one of them is not known.
 */
export function whyTogether(
  computed: ColumnCorrelation,
  from: AlertKey,
  to: AlertKey,
): readonly CorrelationLink[] | undefined {
  const { context, episodes, groupOfRow, rowOf, options, grouping } = computed;
  const [start, end] = [rowOf.get(from), rowOf.get(to)];
  if (start === undefined || end === undefined || groupOfRow[start] !== groupOfRow[end]) return undefined;
  if (start === end) return [];
  const [first, last] = [episodes.of[start] as number, episodes.of[end] as number];
  if (first === last) return [repeatLink(computed, Math.min(start, end), Math.max(start, end))];
  const path = pathBetween(linksOf(computed, groupOfRow[start] as number), first, last);
  if (path === undefined) return undefined;
  return [
    ...repeatOf(computed, start),
    ...path.map(({ earlier, later, step }) =>
      linkOf(context, earlier, later, step, options.thresholds.prior, grouping.lift),
    ),
    ...repeatOf(computed, end),
  ];
}

/** The links that made a group: a tree over its episodes. */
function linksOf({ grouping, episodes, groupOfRow }: ColumnCorrelation, group: number): readonly JoiningLink[] {
  return grouping.joinedBy.filter(({ earlier }) => groupOfRow[episodes.firstRow[earlier] as number] === group);
}

function pathBetween(links: readonly JoiningLink[], start: number, end: number): readonly JoiningLink[] | undefined {
  const neighbours = new Map<number, JoiningLink[]>();
  for (const link of links) {
    for (const episode of [link.earlier, link.later]) {
      const known = neighbours.get(episode);
      if (known === undefined) neighbours.set(episode, [link]);
      else known.push(link);
    }
  }
  // Looked for from the end, so that following the steps back gives the path from the start.
  const onward = new Map<number, JoiningLink | undefined>([[end, undefined]]);
  for (const [episode] of onward) {
    if (episode === start) return followed(onward, start);
    for (const link of neighbours.get(episode) ?? []) {
      const next = otherEnd(link, episode);
      if (!onward.has(next)) onward.set(next, link);
    }
  }
  return undefined;
}

function followed(onward: ReadonlyMap<number, JoiningLink | undefined>, start: number): readonly JoiningLink[] {
  const path: JoiningLink[] = [];
  let episode = start;
  for (let link = onward.get(episode); link !== undefined; link = onward.get(episode)) {
    path.push(link);
    episode = otherEnd(link, episode);
  }
  return path;
}

function otherEnd({ earlier, later }: JoiningLink, episode: number): number {
  return earlier === episode ? later : earlier;
}

/** The link from a repeat to the alert that it repeats; none for an alert that repeats none. */
function repeatOf(computed: ColumnCorrelation, row: number): readonly CorrelationLink[] {
  const { firstRow, of } = computed.episodes;
  const first = firstRow[of[row] as number] as number;
  return first === row ? [] : [repeatLink(computed, first, row)];
}

function repeatLink({ context, episodes }: ColumnCorrelation, earlier: number, later: number): CorrelationLink {
  const { keys, start, end } = context.alerts;
  const gap = Math.max(0, (start[later] as number) - (end[earlier] as number));
  const episode = episodes.of[earlier] as number;
  return {
    from: keys[earlier] ?? '',
    to: keys[later] ?? '',
    step: 'repeat',
    probability: 1,
    gap: Number.isNaN(gap) ? 0 : gap,
    stage: 'sameDetector',
    company: 1,
    shared: sharedBy(context, episode, episode, gap),
    actorsDiffer: false,
  };
}
