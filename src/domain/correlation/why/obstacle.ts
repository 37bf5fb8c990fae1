import type { ColumnCorrelation } from '../correlateColumns.ts';
import type { GroupObstacle, Groups } from '../grouping/groups.ts';
import { regrouped } from '../grouping/regrouped.ts';
import { bondWeight } from '../grouping/secondLook.ts';
import { isCandidate } from '../links/candidateLinks.ts';
import type { PairEvidence } from '../links/pairEvidence.ts';

/**
 * What kept two groups apart although two of their alerts share enough:
 * `otherActors`: both groups name actors of one kind, and none in common;
 * `strangers`: they share a target only, and their detectors are rarely seen in one attack;
 * `crowd`: so many others about the same things lie between the two that they were not compared;
 * `betterMatch`: one of them has a stronger match and could not be joined to it either; only best matches are joined.
 */
export type Obstacle = GroupObstacle | 'otherActors' | 'strangers' | 'crowd' | 'betterMatch';

/** Who asks why about one alert asks about several; a run's groups are the same for all of them. */
const memory = new WeakMap<ColumnCorrelation, Groups>();

/** @param earlier, later episodes of two groups, whose evidence by itself would be enough to join them. */
export function obstacleBetween(
  computed: ColumnCorrelation,
  earlier: number,
  later: number,
  pair: PairEvidence,
): Obstacle {
  const { context, timelines, options, grouping } = computed;
  const groups = remembered(computed);
  const [a, b] = [groups.find(earlier), groups.find(later)];
  const forbidden = groups.obstacle(a, b);
  if (forbidden !== undefined) return forbidden;
  const { prior, secondLook } = options.thresholds;
  if (bondWeight(groups, a, b, pair, grouping.lift) + prior < secondLook) {
    return groups.conflict(a, b) < 0 ? 'otherActors' : 'strangers';
  }
  return isCandidate(context, timelines, earlier, later) ? 'betterMatch' : 'crowd';
}

function remembered(computed: ColumnCorrelation): Groups {
  const known = memory.get(computed) ?? regrouped(computed.context, computed.grouping.joinedBy, computed.constraints);
  memory.set(computed, known);
  return known;
}
