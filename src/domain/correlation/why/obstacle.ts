import type { ColumnCorrelation } from '../correlateColumns.ts';
import type { DetectorLift } from '../grouping/detectorLift.ts';
import { creditOfLone, newDetector, sizes } from '../grouping/groupRecord.ts';
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
 * `criesWolf`: one is alone, and what its detector says mostly stays alone;
 * `newDetector`: many detectors have spoken in one of them, and the other's is yet another;
 * `manyChances`: one of them is so large that a link to it proves less;
 * `crowd`: so many others about the same things lie between the two that they were not compared;
 * `betterMatch`: one of them has a stronger match and could not be joined to it either; only best matches are joined.
 */
export type Obstacle = GroupObstacle | Doubt | 'crowd' | 'betterMatch';

/** What makes it unlikely that two groups are one. */
type Doubt = 'otherActors' | 'otherTempo' | 'strangers' | 'criesWolf' | 'newDetector' | 'manyChances';

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
  const doubts: readonly (readonly [Doubt, number])[] = [
    ['otherActors', groups.conflict(a, b)],
    ['strangers', lift.between(groups.typesOf(a), groups.typesOf(b))],
    ['otherTempo', groups.tempo(a, b, pause)],
    ['criesWolf', creditOfLone(groups, a, b, lift)],
    ['newDetector', newDetector(groups, a, b)],
    ['manyChances', sizes(groups, a, b)],
  ];
  return doubts.reduce((most, doubt) => (doubt[1] < most[1] ? doubt : most))[0];
}

function remembered(computed: ColumnCorrelation): Groups {
  const known = memory.get(computed) ?? regrouped(computed.context, computed.grouping.joinedBy, computed.constraints);
  memory.set(computed, known);
  return known;
}
