import type { AlertColumns } from '../alertTable.ts';
import type { Episodes } from '../episodes.ts';
import type { BackgroundRates } from '../evidence/backgroundRates.ts';
import { evidenceKindOf } from '../evidence/evidenceKind.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Steps of one attack follow each other after seconds or after days, every order of magnitude about as often: between
 * one minute and ten days the density of gaps is `1 / gap` by this factor (1 / ln(14,400)).
 */
const gapDensity = 0.104;
const shortestGap = 2 * minute;

/** How much more often alerts of one attack than alerts of two stand in this relation. Logarithms of the ratios. */
const relation = {
  advances: 0.55,
  regresses: -0.5,
  sameDetector: -0.5,
  /** Both name an actor of one kind, and not the same one. Attackers change addresses more readily than accounts. */
  otherAddress: -0.9,
  otherAccount: -1.7,
};

/** An actor or a trace that occurs by chance that often in a day is a hub: it connects nothing, however short the gap. */
const hubRate = 0.5;

/** No single coincidence may decide alone. */
const mostFromOneSide = 6;

/** A target where alerts meet by chance all the time speaks against a link, but not more than this. */
const leastFromTarget = -2;

export interface PairEvidence {
  /** Milliseconds from the end of the earlier episode to the start of the later one; 0 when they overlap. */
  readonly gap: number;
  /**
   * Logarithms of likelihood ratios by side: how surprising the sharing is; 0 where nothing is shared. Only that of a
   * target can be less.
   */
  readonly actor: number;
  readonly trace: number;
  readonly target: number;
  /** Kill-chain order and detectors. */
  readonly stage: number;
  /** Actors that differ. */
  readonly conflict: number;
}

/** Everything that linking looks things up in. */
export interface LinkContext {
  readonly alerts: AlertColumns;
  readonly episodes: Episodes;
  readonly rates: BackgroundRates;
  /** Milliseconds, from the options. */
  readonly longestSpan: number;
}

/**
 * What speaks for and against two episodes being steps of one attack. Each thing they share counts by how rarely it
 * would be shared at such a gap by chance. `earlier` begins before `later`.
 */
export function pairEvidence(context: LinkContext, earlier: number, later: number): PairEvidence {
  const { alerts, episodes } = context;
  const { evidence, evidenceFrom } = episodes;
  const gap = Math.max(0, (episodes.start[later] as number) - (episodes.end[earlier] as number));
  let actor = 0;
  let trace = 0;
  let target = -Infinity;
  // The loop of `forEachShared`, written out: it runs for every pair that is looked at.
  let atA = evidenceFrom[earlier] as number;
  let atB = evidenceFrom[later] as number;
  const endA = evidenceFrom[earlier + 1] as number;
  const endB = evidenceFrom[later + 1] as number;
  while (atA < endA && atB < endB) {
    const ofA = evidence[atA] as number;
    const ofB = evidence[atB] as number;
    if (ofA === ofB) {
      const surprising = surprise(context, ofA, earlier, later, gap);
      const { side } = evidenceKindOf(alerts.table.kind(ofA));
      if (side === 'actor') actor = Math.max(actor, surprising);
      else if (side === 'trace') trace = Math.max(trace, surprising);
      else target = Math.max(target, surprising);
    }
    if (ofA <= ofB) atA += 1;
    if (ofB <= ofA) atB += 1;
  }
  return {
    gap,
    actor,
    trace,
    target: target === -Infinity ? 0 : target,
    stage: stageOf(episodes, earlier, later),
    conflict: actor > 0 ? 0 : conflictOf(context, earlier, later),
  };
}

/** The sum of what speaks for one attack: a logarithm of odds, before the prior. */
export function weightOf({ actor, trace, target, stage, conflict }: PairEvidence): number {
  return actor + trace + target + stage + conflict;
}

/**
 * Logarithm of how many times more likely this sharing is inside an attack than by chance; negative only for a target
 * where that is less likely.
 */
export function surprise(
  { alerts, episodes, rates, longestSpan }: LinkContext,
  evidence: number,
  earlier: number,
  later: number,
  gap: number,
): number {
  const kind = evidenceKindOf(alerts.table.kind(evidence));
  // Also where a time is unknown, and with it the gap.
  if (!(gap <= Math.min(kind.longestGap, longestSpan))) return 0;
  const rate = rates.perDay[evidence] as number;
  if (kind.side !== 'target' && rate > hubRate) return 0;
  const density = (kind.affinity * gapDensity * day) / Math.max(gap, shortestGap);
  let ratio = density / rate;
  if (kind.side === 'target') {
    const novel = Math.min(
      rates.novelty(evidence, episodes.type[earlier] as number),
      rates.novelty(evidence, episodes.type[later] as number),
    );
    ratio *= novel;
  }
  return Math.min(mostFromOneSide, Math.max(kind.side === 'target' ? leastFromTarget : 0, Math.log(ratio)));
}

/** True for an actor or a trace that so much has in common that sharing it says nothing. */
export function isHub(
  { alerts, rates }: Pick<LinkContext, 'rates'> & { readonly alerts: Pick<AlertColumns, 'table'> },
  evidence: number,
): boolean {
  const { side } = evidenceKindOf(alerts.table.kind(evidence));
  return side !== 'target' && (rates.perDay[evidence] as number) > hubRate;
}

/** True for what is on a person's stop list. */
export function isStopped({ rates }: Pick<LinkContext, 'rates'>, evidence: number): boolean {
  return rates.perDay[evidence] === Infinity;
}

/** Calls `visit` for each piece of evidence that both have. Both lists are sorted. */
export function forEachShared(episodes: Episodes, a: number, b: number, visit: (evidence: number) => void): void {
  const { evidence, evidenceFrom } = episodes;
  let atA = evidenceFrom[a] as number;
  let atB = evidenceFrom[b] as number;
  const endA = evidenceFrom[a + 1] as number;
  const endB = evidenceFrom[b + 1] as number;
  while (atA < endA && atB < endB) {
    const ofA = evidence[atA] as number;
    const ofB = evidence[atB] as number;
    if (ofA === ofB) visit(ofA);
    if (ofA <= ofB) atA += 1;
    if (ofB <= ofA) atB += 1;
  }
}

function stageOf(episodes: Episodes, earlier: number, later: number): number {
  if (episodes.type[earlier] === episodes.type[later]) return relation.sameDetector;
  const before = episodes.bands[earlier] as number;
  const after = episodes.bands[later] as number;
  if (before === 0 || after === 0) return 0;
  const lowest = 31 - Math.clz32(before & -before);
  const highest = 31 - Math.clz32(after);
  if (highest > lowest) return relation.advances;
  return highest < lowest - 1 ? relation.regresses : 0;
}

/** Both name an actor of one kind, and they share none of any; hubs are nobody's mark and differ from nothing. */
function conflictOf(context: LinkContext, a: number, b: number): number {
  const differing = actorKinds(context, a) & actorKinds(context, b);
  return (differing & 1 ? relation.otherAddress : 0) + (differing & 2 ? relation.otherAccount : 0);
}

/** Bit 0: names an address; bit 1: names an account. */
function actorKinds(context: LinkContext, episode: number): number {
  const { evidence, evidenceFrom } = context.episodes;
  let kinds = 0;
  for (let at = evidenceFrom[episode] as number; at < (evidenceFrom[episode + 1] as number); at += 1) {
    kinds |= actorKind(context, evidence[at] as number);
  }
  return kinds;
}

function actorKind(context: LinkContext, evidence: number): number {
  const { side, noun } = evidenceKindOf(context.alerts.table.kind(evidence));
  if (side !== 'actor' || isHub(context, evidence)) return 0;
  return noun === 'address' ? 1 : 2;
}
