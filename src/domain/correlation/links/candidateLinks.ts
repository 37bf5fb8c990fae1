import type { Timelines } from '../evidence/timelines.ts';
import { evidenceKindOf } from '../evidence/evidenceKind.ts';
import { sameTenant } from './sameTenant.ts';
import { pairEvidence, weightOf, type LinkContext, type PairEvidence } from './pairEvidence.ts';

/** An episode is compared with this many that came before it, for each thing that it names: linear, never all pairs. */
const neighbours = 4;

/** What occurs more often than that in a day, whatever the attack, connects nothing. */
const mostPerDay = 4;

export interface CandidateLink extends PairEvidence {
  readonly earlier: number;
  readonly later: number;
  /** Logarithm of the odds for one attack, before the prior. */
  readonly weight: number;
}

/** Links worth a look, strongest first; ties in the order of the episodes. */
export function candidateLinks(context: LinkContext, timelines: Timelines): readonly CandidateLink[] {
  const links: CandidateLink[] = [];
  for (const pair of candidatePairs(context, timelines)) {
    const earlier = Math.floor(pair / context.episodes.size);
    const later = pair % context.episodes.size;
    const evidence = pairEvidence(context, earlier, later);
    // Rounded: sums in another order differ in the last digits, and the order of links must not.
    const weight = Math.round(weightOf(evidence) * 1e6) / 1e6;
    if (weight > 0) links.push({ ...evidence, earlier, later, weight });
  }
  return links.sort((a, b) => b.weight - a.weight || a.later - b.later || a.earlier - b.earlier);
}

/** Each pair once, as earlier × size + later. */
function candidatePairs({ alerts, episodes, rates }: LinkContext, timelines: Timelines): Float64Array {
  const pairs: number[] = [];
  for (let evidence = 0; evidence < alerts.table.size; evidence += 1) {
    if ((rates.perDay[evidence] as number) > mostPerDay) continue;
    const { longestGap } = evidenceKindOf(alerts.table.kind(evidence));
    const from = timelines.from[evidence] as number;
    const to = timelines.from[evidence + 1] as number;
    for (let at = from + 1; at < to; at += 1) {
      const later = timelines.episodes[at] as number;
      for (let back = at - 1; back >= from && back >= at - neighbours; back -= 1) {
        const earlier = timelines.episodes[back] as number;
        const gap = (episodes.start[later] as number) - (episodes.end[earlier] as number);
        // Also false where a time is unknown.
        if (gap <= longestGap && sameTenant(episodes.tenant[earlier] as number, episodes.tenant[later] as number)) {
          pairs.push(earlier * episodes.size + later);
        }
      }
    }
  }
  const sorted = Float64Array.from(pairs).sort();
  return sorted.filter((pair, index) => index === 0 || pair !== sorted[index - 1]);
}
