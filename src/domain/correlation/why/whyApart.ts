import type { AlertKey } from '../../alert.ts';
import { keptApart } from '../corrections/keptApart.ts';
import type { ColumnCorrelation } from '../correlateColumns.ts';
import type { SharedEvidence } from '../correlationLink.ts';
import { evidenceKinds } from '../evidence/evidenceKind.ts';
import { probabilityOf, sharedBy } from '../incidents/linkOf.ts';
import { pairEvidence, weightOf } from '../links/pairEvidence.ts';
import { sameTenant } from '../links/sameTenant.ts';
import { isExcluded } from './isExcluded.ts';
import { obstacleBetween, type Obstacle } from './obstacle.ts';

/** What kept two alerts from being linked. Shared evidence is strongest first. */
export type Apart =
  | { readonly kind: 'unknown' }
  /** One of them declares an incident of the service: that is no step of an attack. */
  | { readonly kind: 'declaration' }
  /** Nothing: they are of one group. Where that is no incident, one detector only speaks, or nothing advances. */
  | { readonly kind: 'sameGroup' }
  /** A person decided that alerts of the type of one of them are never correlated. */
  | { readonly kind: 'excluded' }
  /** A person keeps them apart. */
  | { readonly kind: 'person' }
  | { readonly kind: 'otherTenant' }
  | { readonly kind: 'nothingShared' }
  /** A time is missing, so nothing can be said about how soon one followed the other. */
  | { readonly kind: 'noTime'; readonly shared: readonly SharedEvidence[] }
  /** All that they share is shared by everybody, however soon. */
  | { readonly kind: 'commonProperty'; readonly shared: readonly SharedEvidence[] }
  /** All that they share, or all of it that would count, is on a person's stop list. */
  | { readonly kind: 'stopped'; readonly shared: readonly SharedEvidence[] }
  /** After so long, what they share says nothing of its kind at all. Milliseconds. */
  | { readonly kind: 'gap'; readonly gap: number; readonly shared: readonly SharedEvidence[] }
  /** At such a gap, what they share is named again by chance as often as by one attack. Milliseconds. */
  | { readonly kind: 'byChance'; readonly gap: number; readonly shared: readonly SharedEvidence[] }
  | {
      readonly kind: 'weak';
      /** 0 to 1, and what would have been enough. */
      readonly probability: number;
      readonly needed: number;
      readonly gap: number;
      readonly actorsDiffer: boolean;
      /** Their detectors are clearly less often in one attack than beside each other by chance. */
      readonly strangers: boolean;
      readonly shared: readonly SharedEvidence[];
    }
  /** What they share is enough by itself; what speaks against it is between the groups that they are in. */
  | {
      readonly kind: 'otherGroup';
      readonly probability: number;
      readonly obstacle: Obstacle;
      readonly shared: readonly SharedEvidence[];
    };

/** Logarithm of a ratio of one to three: less than that may be luck. */
const strangeCompany = -Math.log(3);

/** Why two alerts are not in one group. Alerts by their keys, in any order. */
export function whyApart(computed: ColumnCorrelation, a: AlertKey, b: AlertKey): Apart {
  const { context, episodes, groupOfRow, rowOf, options } = computed;
  const [rowA, rowB] = [rowOf.get(a), rowOf.get(b)];
  if (rowA === undefined || rowB === undefined) {
    const declares = context.alerts.declarations.some(({ key }) => key === a || key === b);
    return { kind: declares ? 'declaration' : 'unknown' };
  }
  if (groupOfRow[rowA] === groupOfRow[rowB]) return { kind: 'sameGroup' };
  if (keptApart(computed.constraints, rowA, rowB)) return { kind: 'person' };
  if (isExcluded(computed, rowA) || isExcluded(computed, rowB)) return { kind: 'excluded' };
  const [one, other] = [episodes.of[rowA] as number, episodes.of[rowB] as number];
  const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
  const [tenantA, tenantB] = [episodes.tenant[earlier] as number, episodes.tenant[later] as number];
  if (!sameTenant(tenantA, tenantB)) return { kind: 'otherTenant' };
  const pair = pairEvidence(context, earlier, later);
  const shared = sharedBy(context, earlier, later, pair.gap);
  if (shared.length === 0) return { kind: 'nothingShared' };
  if (Number.isNaN(pair.gap)) return { kind: 'noTime', shared };
  if (shared.every(({ likelihood }) => likelihood <= 1)) {
    const { gap } = pair;
    const longest = ({ kind }: SharedEvidence): number => Math.min(evidenceKinds[kind].longestGap, options.longestSpan);
    const near = shared.filter((each) => gap <= longest(each));
    if (near.length === 0) return { kind: 'gap', gap, shared };
    if (near.every(({ stopped }) => stopped)) return { kind: 'stopped', shared: near };
    const atOnce = sharedBy(context, earlier, later, 0);
    const says = atOnce.some(({ likelihood }) => likelihood > 1);
    return says ? { kind: 'byChance', gap, shared: near } : { kind: 'commonProperty', shared: near };
  }
  const company = computed.grouping.lift.of(episodes.type[earlier] as number, episodes.type[later] as number);
  const odds = weightOf(pair) + company + options.thresholds.prior;
  const probability = probabilityOf(odds);
  if (odds >= options.thresholds.secondLook) {
    return { kind: 'otherGroup', probability, obstacle: obstacleBetween(computed, earlier, later, pair), shared };
  }
  const needed = probabilityOf(options.thresholds.secondLook);
  const against = { actorsDiffer: pair.conflict < 0, strangers: company < strangeCompany };
  return { kind: 'weak', probability, needed, gap: pair.gap, ...against, shared };
}
