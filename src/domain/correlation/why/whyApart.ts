import type { AlertKey } from '../../alert.ts';
import type { ColumnCorrelation } from '../correlateColumns.ts';
import type { SharedEvidence } from '../correlationLink.ts';
import { evidenceKinds } from '../evidence/evidenceKind.ts';
import { probabilityOf, sharedBy } from '../incidents/linkOf.ts';
import { pairEvidence, weightOf } from '../links/pairEvidence.ts';
import { sameTenant } from '../links/sameTenant.ts';

/** What kept two alerts from being linked. Shared evidence is strongest first. */
export type Apart =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'otherTenant' }
  | { readonly kind: 'nothingShared' }
  /** A time is missing, so nothing can be said about how soon one followed the other. */
  | { readonly kind: 'noTime'; readonly shared: readonly SharedEvidence[] }
  /** All that they share is shared by everybody. */
  | { readonly kind: 'commonProperty'; readonly shared: readonly SharedEvidence[] }
  /** All that they share, or all of it that would count, is on a person's stop list. */
  | { readonly kind: 'stopped'; readonly shared: readonly SharedEvidence[] }
  | { readonly kind: 'gap'; readonly gap: number; readonly shared: readonly SharedEvidence[] }
  | {
      readonly kind: 'weak';
      /** 0 to 1, and what would have been enough. */
      readonly probability: number;
      readonly needed: number;
      readonly gap: number;
      readonly actorsDiffer: boolean;
      readonly shared: readonly SharedEvidence[];
    }
  /** Strong enough by itself; another group was the better home, or the incident would have become too large. */
  | { readonly kind: 'otherGroup'; readonly probability: number; readonly shared: readonly SharedEvidence[] };

/** Why two alerts are not linked to one another directly. Alerts by their keys, in any order. */
export function whyApart({ context, episodes, rowOf, options }: ColumnCorrelation, a: AlertKey, b: AlertKey): Apart {
  const [rowA, rowB] = [rowOf.get(a), rowOf.get(b)];
  if (rowA === undefined || rowB === undefined) return { kind: 'unknown' };
  const [one, other] = [episodes.of[rowA] as number, episodes.of[rowB] as number];
  const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
  const [tenantA, tenantB] = [episodes.tenant[earlier] as number, episodes.tenant[later] as number];
  if (!sameTenant(tenantA, tenantB)) return { kind: 'otherTenant' };
  const pair = pairEvidence(context, earlier, later);
  const shared = sharedBy(context, earlier, later, pair.gap).sort((x, y) => y.likelihood - x.likelihood);
  if (shared.length === 0) return { kind: 'nothingShared' };
  if (Number.isNaN(pair.gap)) return { kind: 'noTime', shared };
  if (shared.every(({ likelihood }) => likelihood <= 1)) {
    const longest = ({ kind }: SharedEvidence): number => Math.min(evidenceKinds[kind].longestGap, options.longestSpan);
    const near = shared.filter((each) => pair.gap <= longest(each));
    if (near.length === 0) return { kind: 'gap', gap: pair.gap, shared };
    return { kind: near.every(({ stopped }) => stopped) ? 'stopped' : 'commonProperty', shared: near };
  }
  const odds = weightOf(pair) + options.thresholds.prior;
  const probability = probabilityOf(odds);
  if (odds >= options.thresholds.secondLook) return { kind: 'otherGroup', probability, shared };
  const needed = probabilityOf(options.thresholds.secondLook);
  return { kind: 'weak', probability, needed, gap: pair.gap, actorsDiffer: pair.conflict < 0, shared };
}
