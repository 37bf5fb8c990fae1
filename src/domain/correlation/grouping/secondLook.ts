import type { CandidateLink } from '../links/candidateLinks.ts';
import type { DetectorLift } from './detectorLift.ts';
import type { Groups } from './groups.ts';

/** Detectors that keep each other's company say half as much as things that are shared. */
const companyWeight = 0.5;

/** Everything that speaks for two groups being one: of each side the strongest of all links between them. */
interface Bond {
  readonly a: number;
  readonly b: number;
  actor: number;
  trace: number;
  target: number;
  stage: number;
  best: CandidateLink;
}

interface WeighedBond {
  readonly bond: Bond;
  readonly weight: number;
}

/**
 * Joins groups that are each other's best choice, by all that they have in common taken together.
 *
 * @param leastWeight logarithm of the odds that a bond needs.
 * @returns for each joining the strongest link behind it.
 */
export function lookAgain(
  groups: Groups,
  links: readonly CandidateLink[],
  lift: DetectorLift,
  leastWeight: number,
): readonly CandidateLink[] {
  const bonds = bondsBetween(groups, links)
    .map((bond): WeighedBond => ({ bond, weight: weigh(groups, bond, lift) }))
    .sort((x, y) => y.weight - x.weight || x.bond.a - y.bond.a || x.bond.b - y.bond.b);
  // The first bond of a group in this order is its best choice.
  const best = new Map<number, Bond>();
  for (const { bond } of bonds) {
    for (const group of [bond.a, bond.b]) if (!best.has(group)) best.set(group, bond);
  }
  const joined: CandidateLink[] = [];
  for (const { bond, weight } of bonds) {
    if (weight < leastWeight) break;
    const mutual = best.get(bond.a) === bond && best.get(bond.b) === bond;
    if (mutual && groups.join(bond.a, bond.b)) joined.push(bond.best);
  }
  return joined;
}

function bondsBetween(groups: Groups, links: readonly CandidateLink[]): readonly Bond[] {
  const bonds = new Map<number, Bond>();
  for (const link of links) {
    const [one, other] = [groups.find(link.earlier), groups.find(link.later)];
    if (one === other) continue;
    const [a, b] = [Math.min(one, other), Math.max(one, other)];
    const key = a * groups.size + b;
    const known = bonds.get(key);
    const { actor, trace, target, stage } = link;
    if (known === undefined) {
      // Links come strongest first.
      bonds.set(key, { a, b, actor, trace, target, stage, best: link });
      continue;
    }
    known.actor = Math.max(known.actor, actor);
    known.trace = Math.max(known.trace, trace);
    known.target = Math.max(known.target, target);
    known.stage = Math.max(known.stage, stage);
  }
  return [...bonds.values()];
}

function weigh(groups: Groups, { a, b, actor, trace, target, stage }: Bond, lift: DetectorLift): number {
  const shared = actor + trace + target + stage + groups.conflict(a, b);
  const onlyTarget = actor === 0 && trace === 0;
  const company = onlyTarget ? companyWeight * companyOf(groups.typesOf(a), groups.typesOf(b), lift) : 0;
  // Rounded, so that the order of a sum never decides.
  return Math.round((shared + company) * 1e6) / 1e6;
}

/** How usual the detectors of two groups are in each other's company, on average. */
function companyOf(a: readonly number[], b: readonly number[], lift: DetectorLift): number {
  let sum = 0;
  for (const one of a) for (const other of b) sum += lift.of(one, other);
  return sum / (a.length * b.length);
}
