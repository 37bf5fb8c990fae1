import { strongestFirst } from '../columns/strongestFirst.ts';
import { correlateLinked, type ColumnCorrelation } from '../correlateColumns.ts';
import type { CorrelationOptions } from '../correlationOptions.ts';
import { rowConstraints } from '../corrections/rowConstraints.ts';
import type { Episodes } from '../episodes.ts';
import type { Timelines } from '../evidence/timelines.ts';
import type { CandidateLinks } from '../links/candidateLinks.ts';
import type { RowReader } from '../rowReader.ts';
import type { LearntStatistics } from './learntStatistics.ts';
import { alertColumns, episodeColumns } from './liveColumns.ts';
import { compareRows, type LiveAlert, type LiveEpisode, type LiveLink, type Region } from './liveEpisode.ts';

/** Everything that is the same for all regions. */
export interface RegionContext {
  readonly reader: RowReader;
  readonly statistics: LearntStatistics;
  readonly options: CorrelationOptions;
}

/** Who is near whom is known already: nobody looks along the timelines of a region. */
const noTimelines: Timelines = { from: new Int32Array(0), episodes: new Int32Array(0) };
const noCanonical = new Int32Array(0);

/** The engine on one region alone, with the links that its episodes have. Gives what a run over all alerts gives of it. */
export function correlateRegion(
  { episodes, declarations }: Pick<Region, 'episodes' | 'declarations'>,
  { reader, statistics, options }: RegionContext,
): ColumnCorrelation {
  const alerts = episodes.flatMap((episode) => episode.alerts).sort((a, b) => compareRows(a.row, b.row));
  const columns = alertColumns(alerts, reader, { declarations, canonical: noCanonical });
  const numbers = new Map(episodes.map((episode, number) => [episode, number]));
  const context = {
    alerts: columns,
    episodes: withRows(episodes, alerts, numbers),
    rates: statistics.rates,
    longestSpan: options.longestSpan,
  };
  const constraints = rowConstraints(options.corrections, columns.rowOf);
  const links = linksWithin(episodes, numbers);
  return correlateLinked({ context, timelines: noTimelines, options, constraints }, links, statistics.lift);
}

function withRows(
  episodes: readonly LiveEpisode[],
  alerts: readonly LiveAlert[],
  numbers: ReadonlyMap<LiveEpisode, number>,
): Episodes {
  const of = Int32Array.from(alerts, ({ episode }) => (episode && numbers.get(episode)) ?? 0);
  const firstRow = new Int32Array(episodes.length);
  for (let row = of.length - 1; row >= 0; row -= 1) firstRow[of[row] as number] = row;
  return { ...episodeColumns(episodes), of, firstRow };
}

/** Strongest first, ties in the order of the episodes. */
function linksWithin(episodes: readonly LiveEpisode[], numbers: ReadonlyMap<LiveEpisode, number>): CandidateLinks {
  const place = (episode: LiveEpisode): number => numbers.get(episode) ?? -1;
  const links = episodes.flatMap((episode, later) =>
    episode.links
      .filter((link) => link.later === episode && numbers.has(link.earlier))
      .map((link) => ({ link, later, earlier: place(link.earlier) }))
      .sort((a, b) => a.earlier - b.earlier),
  );
  const order = Int32Array.from(links, (_, index) => index);
  strongestFirst(
    order,
    Float64Array.from(links, ({ link }) => link.weight),
  );
  const column = (value: (link: LiveLink) => number): Float64Array =>
    Float64Array.from(order, (index) => value((links[index] as (typeof links)[number]).link));
  return {
    size: order.length,
    earlier: order.map((index) => links[index]?.earlier ?? 0),
    later: order.map((index) => links[index]?.later ?? 0),
    actor: column(({ actor }) => actor),
    trace: column(({ trace }) => trace),
    target: column(({ target }) => target),
    stage: column(({ stage }) => stage),
    weight: column(({ weight }) => weight),
  };
}
