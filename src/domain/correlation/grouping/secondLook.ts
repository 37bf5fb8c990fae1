import { roundedWeight } from '../columns/strongestFirst.ts';
import type { CandidateLinks } from '../links/candidateLinks.ts';
import type { Episodes } from '../episodes.ts';
import type { PairEvidence } from '../links/pairEvidence.ts';
import { Bonds } from './bonds.ts';
import type { DetectorLift } from './detectorLift.ts';
import { creditOfLone, newDetector, sizes } from './groupRecord.ts';
import type { Groups } from './groups.ts';

/** Each round joins groups that are each other's best choice; chains of groups need one round a link. */
const rounds = 50;

/**
 * Joins groups that are each other's best choice, by all that they have in common taken together.
 *
 * @param links strongest first.
 * @param leastWeight logarithm of the odds that a bond needs.
 * @returns for each joining the strongest link behind it, by its place among `links`.
 */
export function secondLook(
  groups: Groups,
  episodes: Episodes,
  links: CandidateLinks,
  lift: DetectorLift,
  leastWeight: number,
): readonly number[] {
  const joined: number[] = [];
  const bonds = new Bonds(groups, links, episodes);
  const best = new Int32Array(groups.size).fill(-1);
  for (let round = 0; round < rounds; round += 1) {
    for (let bond = 0; bond < bonds.size; bond += 1) {
      if (Number.isNaN(bonds.weight[bond])) bonds.weight[bond] = weigh(groups, bonds, bond, lift);
    }
    const before = joined.length;
    for (const bond of mutualChoices(bonds, best, leastWeight)) {
      const link = bonds.link[bond] as number;
      if (groups.join(links.earlier[link] as number, links.later[link] as number)) joined.push(link);
    }
    if (joined.length === before) break;
    bonds.merge();
  }
  return joined;
}

/**
 * Bonds whose two groups prefer each other to all others, strongest first.
 *
 * @param best room for the best bond of each group; -1 for all before and after.
 */
function mutualChoices(bonds: Bonds, best: Int32Array, leastWeight: number): readonly number[] {
  const strong: number[] = [];
  for (let bond = 0; bond < bonds.size; bond += 1) {
    if (!((bonds.weight[bond] as number) >= leastWeight)) continue;
    const a = bonds.a[bond] as number;
    const b = bonds.b[bond] as number;
    if (isPreferred(bonds, bond, best[a] as number)) best[a] = bond;
    if (isPreferred(bonds, bond, best[b] as number)) best[b] = bond;
    strong.push(bond);
  }
  const mutual = strong.filter(
    (bond) => best[bonds.a[bond] as number] === bond && best[bonds.b[bond] as number] === bond,
  );
  for (const bond of strong) {
    best[bonds.a[bond] as number] = -1;
    best[bonds.b[bond] as number] = -1;
  }
  // The lesser group decides between equal weights: no other mutual choice is its.
  return mutual.sort(
    (x, y) =>
      (bonds.weight[y] as number) - (bonds.weight[x] as number) || (bonds.a[x] as number) - (bonds.a[y] as number),
  );
}

/** @param other the best so far, or -1. */
function isPreferred({ weight, a, b }: Bonds, bond: number, other: number): boolean {
  if (other < 0) return true;
  const difference =
    (weight[bond] as number) - (weight[other] as number) ||
    (a[other] as number) - (a[bond] as number) ||
    (b[other] as number) - (b[bond] as number);
  return difference > 0;
}

function weigh(groups: Groups, bonds: Bonds, bond: number, lift: DetectorLift): number {
  const shared = {
    actor: bonds.actor[bond] as number,
    trace: bonds.trace[bond] as number,
    target: bonds.target[bond] as number,
    stage: bonds.stage[bond] as number,
    pause: bonds.pause[bond] as number,
  };
  return bondWeight(groups, bonds.a[bond] as number, bonds.b[bond] as number, shared, lift);
}

/** What two groups have in common. */
interface Common extends Pick<PairEvidence, 'actor' | 'trace' | 'target' | 'stage'> {
  /** The shortest between them; see `pauseBetween`. */
  readonly pause: number;
}

/**
 * Logarithm of the odds that two groups are one, before the prior: by what they share, whom they name, who speaks, and
 * how soon one follows the other.
 */
export function bondWeight(
  groups: Groups,
  a: number,
  b: number,
  { actor, trace, target, stage, pause }: Common,
  lift: DetectorLift,
): number {
  // Never strong enough: a group's best choice must be one that it can have.
  if (groups.keptApart(a, b)) return -Infinity;
  // A target where much happens makes sharing it no proof; it takes nothing from an actor or a trace in common.
  const where = actor > 0 || trace > 0 ? Math.max(0, target) : target;
  const company = lift.between(groups.typesOf(a), groups.typesOf(b));
  const said = actor + trace + where + stage + groups.conflict(a, b) + company;
  const shown = sizes(groups, a, b) + newDetector(groups, a, b);
  const credit = creditOfLone(groups, a, b, lift);
  return roundedWeight(said + shown + credit + groups.tempo(a, b, pause));
}
