import type { ColumnCorrelation } from '../correlateColumns.ts';
import type { DetectorLift } from '../grouping/detectorLift.ts';
import type { GroupObstacle, Groups } from '../grouping/groups.ts';
import { regrouped } from '../grouping/regrouped.ts';
import { bondWeight } from '../grouping/secondLook.ts';
import { pauseBetween } from '../grouping/tempo.ts';
import { isCandidate } from '../links/candidateLinks.ts';
import type { PairEvidence } from '../links/pairEvidence.ts';

/**
 * What kept two groups apart although two of their alerts share enough:
 * `otherActors`: both groups name actors of one kind, and none in common;
 * `otherTempo`: so long a pause does not go with how soon the alerts of the two groups follow each other;
 * `strangers`: they share a target only, and their detectors are rarely seen in one attack;
 * `crowd`: so many others about the same things lie between the two that they were not compared;
 * `betterMatch`: one of them has a stronger match and could not be joined to it either; only best matches are joined.
 */
export type Obstacle = GroupObstacle | 'otherActors' | 'otherTempo' | 'strangers' | 'crowd' | 'betterMatch';

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
  const common = { ...pair, pause: pauseBetween(computed.episodes, earlier, later) };
  if (bondWeight(groups, a, b, common, grouping.lift) + prior < secondLook) {
    return whatSpeaksAgainst(groups, grouping.lift, a, b, common.pause);
  }
  return isCandidate(context, timelines, earlier, later) ? 'betterMatch' : 'crowd';
}

/** Of all that speaks against two groups being one, the most. */
function whatSpeaksAgainst(groups: Groups, lift: DetectorLift, a: number, b: number, pause: number): Obstacle {
  const company = lift.between(groups.typesOf(a), groups.typesOf(b));
  const conflict = groups.conflict(a, b);
  const tempo = groups.tempo(a, b, pause);
  if (conflict < 0 && conflict <= Math.min(company, tempo)) return 'otherActors';
  return tempo < 0 && tempo <= company ? 'otherTempo' : 'strangers';
}

function remembered(computed: ColumnCorrelation): Groups {
  const known = memory.get(computed) ?? regrouped(computed.context, computed.grouping.joinedBy, computed.constraints);
  memory.set(computed, known);
  return known;
}
