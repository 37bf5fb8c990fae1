import type { AlertKey } from '../../alert.ts';
import type { CorrelationLink, CorrelationTie, LinkStage, LinkStep, SharedEvidence } from '../correlationLink.ts';
import type { Episodes } from '../episodes.ts';
import { evidenceKindNames } from '../evidence/evidenceKind.ts';
import type { DetectorLift } from '../grouping/detectorLift.ts';
import { forEachShared, isStopped, pairEvidence, surprise, weightOf, type LinkContext } from '../links/pairEvidence.ts';

/**
 * A link between two episodes in the form that is shown and told; `earlier` begins first.
 * @param lift what is known of the company of detectors.
 */
export function linkOf(
  context: LinkContext,
  earlier: number,
  later: number,
  step: LinkStep,
  prior: number,
  lift: DetectorLift,
): CorrelationLink {
  const { alerts, episodes } = context;
  const keyOf = (episode: number): AlertKey => alerts.keys[episodes.firstRow[episode] as number] ?? '';
  return { from: keyOf(earlier), to: keyOf(later), step, ...tieOf(context, earlier, later, prior, lift) };
}

/** What two episodes have to do with each other, linked or not; `earlier` begins first. */
export function tieOf(
  context: LinkContext,
  earlier: number,
  later: number,
  prior: number,
  lift: DetectorLift,
): CorrelationTie {
  const { episodes } = context;
  const pair = pairEvidence(context, earlier, later);
  const company = lift.of(episodes.type[earlier] as number, episodes.type[later] as number);
  return {
    probability: probabilityOf(weightOf(pair) + company + prior),
    gap: Number.isNaN(pair.gap) ? 0 : pair.gap,
    stage: stageOf(episodes, earlier, later),
    company: rounded(Math.exp(company)),
    shared: sharedBy(context, earlier, later, pair.gap),
    actorsDiffer: pair.conflict < 0,
  };
}

/**
 * What two episodes share, strongest first, hubs included: for those the likelihood is 1, which says that they prove
 * nothing. An episode shares with itself all that it names.
 */
export function sharedBy(context: LinkContext, earlier: number, later: number, gap: number): SharedEvidence[] {
  const { table } = context.alerts;
  const shared: SharedEvidence[] = [];
  forEachShared(context.episodes, earlier, later, (evidence) => {
    shared.push({
      kind: evidenceKindNames[table.kind(evidence)] ?? 'resource',
      key: table.key(evidence),
      likelihood: rounded(Math.exp(Math.max(0, surprise(context, evidence, earlier, later, gap)))),
      ...(isStopped(context, evidence) ? { stopped: true } : {}),
    });
  });
  return shared.sort((a, b) => b.likelihood - a.likelihood || (a.key < b.key ? -1 : 1));
}

/** To tenths, and never to nothing. */
function rounded(ratio: number): number {
  return ratio < 0.1 ? Math.round(ratio * 1000) / 1000 : Math.round(ratio * 10) / 10;
}

export function probabilityOf(logOdds: number): number {
  return Math.round((1 / (1 + Math.exp(-logOdds))) * 1000) / 1000;
}

function stageOf({ type, bands }: Episodes, earlier: number, later: number): LinkStage {
  if (type[earlier] === type[later]) return 'sameDetector';
  const before = bands[earlier] as number;
  const after = bands[later] as number;
  if (before === 0 || after === 0) return 'unknown';
  const lowest = 31 - Math.clz32(before & -before);
  const highest = 31 - Math.clz32(after);
  if (highest > lowest) return 'advances';
  return highest < lowest ? 'regresses' : 'level';
}
