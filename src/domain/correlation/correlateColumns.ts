import type { PositionOf } from './alertRows.ts';
import type { AlertColumns } from './alertTable.ts';
import { rowConstraints, type RowConstraints } from './corrections/rowConstraints.ts';
import { defaultOptions, type CorrelationOptions } from './correlationOptions.ts';
import { foldEpisodes, type Episodes } from './episodes.ts';
import { backgroundRates, type BackgroundRates } from './evidence/backgroundRates.ts';
import { timelinesOf, type Timelines } from './evidence/timelines.ts';
import type { DetectorLift } from './grouping/detectorLift.ts';
import { groupEpisodes, type Grouping } from './grouping/groupEpisodes.ts';
import { candidateLinks, type CandidateLinks } from './links/candidateLinks.ts';
import type { LinkContext } from './links/pairEvidence.ts';
import { stoppedEvidence } from './tuning/stoppedEvidence.ts';
import { withoutTypes } from './tuning/withoutTypes.ts';

export interface ColumnCorrelation {
  readonly context: LinkContext;
  readonly episodes: Episodes;
  readonly timelines: Timelines;
  readonly grouping: Grouping;
  /** For each row the least row of its group. */
  readonly groupOfRow: Int32Array;
  /** Rows by the alerts' keys. */
  readonly rowOf: PositionOf;
  readonly options: CorrelationOptions;
  /** What people decided about rows of the table. */
  readonly constraints: RowConstraints;
}

/** What all alerts together teach about each of them. */
export interface Statistics {
  readonly rates: BackgroundRates;
  readonly lift: DetectorLift;
}

/**
 * The whole engine on numbers: episodes, background rates, links, groups. Pure, and linear.
 *
 * @param learnt statistics of an earlier run over the same numbers, to be used in place of its own.
 */
export function correlateColumns(
  columns: AlertColumns,
  options: CorrelationOptions = defaultOptions,
  learnt?: Statistics,
): ColumnCorrelation {
  const alerts = withoutTypes(columns, options.excludedTypes);
  const constraints = rowConstraints(options.corrections, alerts.rowOf);
  const episodes = foldEpisodes(alerts, constraints.cuts);
  const timelines = timelinesOf(episodes, alerts.table.size);
  const rates =
    learnt?.rates ?? backgroundRates(alerts, episodes, timelines, stoppedEvidence(alerts, options.stopList));
  const context: LinkContext = { alerts, episodes, rates, longestSpan: options.longestSpan };
  const links = candidateLinks(context, timelines);
  return correlateLinked({ context, timelines, options, constraints }, links, learnt?.lift);
}

/** The engine's second half: from links to groups. */
export function correlateLinked(
  {
    context,
    timelines,
    options,
    constraints,
  }: Omit<ColumnCorrelation, 'episodes' | 'grouping' | 'groupOfRow' | 'rowOf'>,
  links: CandidateLinks,
  lift?: DetectorLift,
): ColumnCorrelation {
  const { alerts, episodes } = context;
  const { rowOf } = alerts;
  const declarations = options.serviceTrust === 'full' ? alerts.declarations : [];
  const declared = declarations.map(({ members }) =>
    members.flatMap((key) => {
      const row = rowOf.get(key);
      return row === undefined ? [] : [{ row, episode: episodes.of[row] as number }];
    }),
  );
  const grouping = groupEpisodes(context, links, options.thresholds, declared, constraints, lift);
  const groupOfRow = episodes.of.map((episode) => episodes.firstRow[grouping.groupOf[episode] as number] as number);
  return { context, episodes, timelines, grouping, groupOfRow, rowOf, options, constraints };
}
