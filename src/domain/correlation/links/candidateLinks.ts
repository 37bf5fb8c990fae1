import { countingUp, gatherFloats, gatherInts } from '../columns/gather.ts';
import { FloatColumn, IntColumn, type GrowingColumn } from '../columns/growingColumn.ts';
import { roundedWeight, strongestFirst } from '../columns/strongestFirst.ts';
import { placeOn, type Timelines } from '../evidence/timelines.ts';
import { evidenceKindOf } from '../evidence/evidenceKind.ts';
import { sameTenant } from './sameTenant.ts';
import { forEachShared, pairEvidence, weightOf, type LinkContext, type PairEvidence } from './pairEvidence.ts';

/** An episode is compared with this many that came before it, for each thing that it names: linear, never all pairs. */
export const neighbours = 4;

/** What occurs more often than that in a day, whatever the attack, connects nothing. */
export const mostPerDay = 4;

/** What speaks so clearly against a link that no company of detectors makes up for it. */
const leastWeight = -1;

/** Links between episodes as columns, strongest first; ties in the order of the episodes. */
export interface CandidateLinks {
  readonly size: number;
  readonly earlier: Int32Array;
  readonly later: Int32Array;
  /** Logarithms of likelihood ratios; see `PairEvidence`. */
  readonly actor: Float64Array;
  readonly trace: Float64Array;
  readonly target: Float64Array;
  readonly stage: Float64Array;
  /** Logarithm of the odds for one attack, before the prior, in millionths. */
  readonly weight: Float64Array;
}

/** Links worth a look, strongest first. */
export function candidateLinks(context: LinkContext, timelines: Timelines): CandidateLinks {
  const { episodes } = context;
  const earlier = new IntColumn(episodes.size);
  const later = new IntColumn(episodes.size);
  const [actor, trace, target, stage, weight] = Array.from({ length: 5 }, () => new FloatColumn(episodes.size)) as [
    Floats,
    Floats,
    Floats,
    Floats,
    Floats,
  ];
  const before = new EarlierEpisodes(context, timelines);
  for (let episode = 0; episode < episodes.size; episode += 1) {
    for (const other of before.of(episode)) {
      const evidence = pairEvidence(context, other, episode);
      const sum = weightWorthALook(evidence);
      if (sum === undefined) continue;
      earlier.push(other);
      later.push(episode);
      actor.push(evidence.actor);
      trace.push(evidence.trace);
      target.push(evidence.target);
      stage.push(evidence.stage);
      weight.push(sum);
    }
  }
  const order = countingUp(weight.size);
  // They were found in the order of their episodes, and the sort keeps it among equals.
  strongestFirst(order, weight.view());
  const found = {
    earlier: earlier.view(),
    later: later.view(),
    actor: actor.view(),
    trace: trace.view(),
    target: target.view(),
    stage: stage.view(),
    weight: weight.view(),
  };
  return linksInOrder(found, order);
}

/** Some of the links, or all, in another order. */
export function linksInOrder(links: Omit<CandidateLinks, 'size'>, order: Int32Array): CandidateLinks {
  return {
    size: order.length,
    earlier: gatherInts(links.earlier, order),
    later: gatherInts(links.later, order),
    actor: gatherFloats(links.actor, order),
    trace: gatherFloats(links.trace, order),
    target: gatherFloats(links.target, order),
    stage: gatherFloats(links.stage, order),
    weight: gatherFloats(links.weight, order),
  };
}

/** The weight of a link before it is known who keeps whose company; undefined for what can be none. */
export function weightWorthALook(evidence: PairEvidence): number | undefined {
  const weight = roundedWeight(weightOf(evidence));
  const shares = evidence.actor > 0 || evidence.trace > 0 || evidence.target !== 0;
  return shares && weight > leastWeight ? weight : undefined;
}

type Floats = GrowingColumn<Float64Array>;

/** Looks back from one episode after the other, in their order, along the timelines of all that they name. */
class EarlierEpisodes {
  readonly #context: LinkContext;
  readonly #timelines: Timelines;
  /** For each piece of evidence the place of the next episode on its timeline. */
  readonly #next: Int32Array;
  /** For each episode the last one that found it. */
  readonly #foundBy: Int32Array;
  #found = new Int32Array(64);
  #count = 0;

  constructor(context: LinkContext, timelines: Timelines) {
    this.#context = context;
    this.#timelines = timelines;
    this.#next = timelines.from.slice();
    this.#foundBy = new Int32Array(context.episodes.size).fill(-1);
  }

  /** Each of them once, in their order. Valid until the next is looked for. */
  of(later: number): Int32Array {
    const { evidence, evidenceFrom } = this.#context.episodes;
    const to = evidenceFrom[later + 1] as number;
    const most = neighbours * (to - (evidenceFrom[later] as number));
    if (most > this.#found.length) this.#found = new Int32Array(2 * most);
    this.#count = 0;
    for (let at = evidenceFrom[later] as number; at < to; at += 1) this.#lookBack(later, evidence[at] as number);
    return this.#found.subarray(0, this.#count);
  }

  #lookBack(later: number, evidence: number): void {
    const { alerts, episodes, rates, longestSpan } = this.#context;
    const place = this.#next[evidence] as number;
    this.#next[evidence] = place + 1;
    const first = Math.max(this.#timelines.from[evidence] as number, place - neighbours);
    if (first === place || (rates.perDay[evidence] as number) > mostPerDay) return;
    const longestGap = Math.min(evidenceKindOf(alerts.table.kind(evidence)).longestGap, longestSpan);
    for (let back = place - 1; back >= first; back -= 1) {
      const earlier = this.#timelines.episodes[back] as number;
      if (this.#foundBy[earlier] === later) continue;
      const gap = (episodes.start[later] as number) - (episodes.end[earlier] as number);
      // Also false where a time is unknown.
      if (!(gap <= longestGap)) continue;
      if (!sameTenant(episodes.tenant[earlier] as number, episodes.tenant[later] as number)) continue;
      this.#foundBy[earlier] = later;
      this.#insert(earlier);
    }
  }

  /** Keeps what is found in order: there are seldom more than a dozen. */
  #insert(earlier: number): void {
    let place = this.#count;
    for (; place > 0 && (this.#found[place - 1] as number) > earlier; place -= 1) {
      this.#found[place] = this.#found[place - 1] as number;
    }
    this.#found[place] = earlier;
    this.#count += 1;
  }
}

/** Whether two episodes are compared at all: neighbours on the timeline of something that is not everywhere. */
export function isCandidate(context: LinkContext, timelines: Timelines, earlier: number, later: number): boolean {
  const { alerts, episodes, rates } = context;
  const gap = (episodes.start[later] as number) - (episodes.end[earlier] as number);
  let found = false;
  forEachShared(episodes, earlier, later, (evidence) => {
    const near = placeOn(timelines, evidence, later) - placeOn(timelines, evidence, earlier) <= neighbours;
    const longestGap = Math.min(evidenceKindOf(alerts.table.kind(evidence)).longestGap, context.longestSpan);
    if (near && gap <= longestGap && (rates.perDay[evidence] as number) <= mostPerDay) found = true;
  });
  return found;
}
