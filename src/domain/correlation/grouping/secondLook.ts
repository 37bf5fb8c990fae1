import type { CandidateLink } from '../links/candidateLinks.ts';
import type { DetectorLift } from './detectorLift.ts';
import type { Groups } from './groups.ts';

/** Detectors that keep each other's company say half as much as things that are shared. */
const companyWeight = 0.5;

/** Each round joins groups that are each other's best choice; chains of groups need one round a link. */
const rounds = 12;

/** Everything that speaks for two groups being one: of each side the strongest of all links between them. */
interface Bond {
  readonly a: number;
  readonly b: number;
  readonly actor: number;
  readonly trace: number;
  readonly target: number;
  readonly stage: number;
  readonly best: CandidateLink;
  /** NaN until it is weighed. */
  weight: number;
  /** Episodes in both groups when it was weighed: groups only grow, so another number means to weigh again. */
  episodes: number;
}

/**
 * Joins groups that are each other's best choice, by all that they have in common taken together.
 *
 * @param links strongest first.
 * @param leastWeight logarithm of the odds that a bond needs.
 * @returns for each joining the strongest link behind it.
 */
export function secondLook(
  groups: Groups,
  links: readonly CandidateLink[],
  lift: DetectorLift,
  leastWeight: number,
): readonly CandidateLink[] {
  const joined: CandidateLink[] = [];
  let bonds = merged(
    groups,
    links.map((best) => ({ ...best, a: best.earlier, b: best.later, best, weight: NaN, episodes: 0 })),
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const bond of bonds) {
      if (!Number.isNaN(bond.weight)) continue;
      bond.weight = weigh(groups, bond, lift);
      bond.episodes = episodesOf(groups, bond);
    }
    const chosen = mutualChoices(bonds.filter(({ weight }) => weight >= leastWeight));
    const before = joined.length;
    for (const bond of chosen) if (groups.join(bond.a, bond.b)) joined.push(bond.best);
    if (joined.length === before) break;
    bonds = merged(groups, bonds);
  }
  return joined;
}

/** Bonds whose two groups prefer each other to all others, strongest first. */
function mutualChoices(strong: readonly Bond[]): readonly Bond[] {
  const ordered = [...strong].sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  // The first bond of a group in this order is its best choice.
  const best = new Map<number, Bond>();
  for (const bond of ordered) {
    for (const group of [bond.a, bond.b]) if (!best.has(group)) best.set(group, bond);
  }
  return ordered.filter((bond) => best.get(bond.a) === bond && best.get(bond.b) === bond);
}

/** The bonds between the groups as they are now: those inside one group are gone, those of one pair are one. */
function merged(groups: Groups, bonds: readonly Bond[]): readonly Bond[] {
  const byPair = new Map<number, Bond>();
  for (const bond of bonds) {
    const [one, other] = [groups.find(bond.a), groups.find(bond.b)];
    if (one === other) continue;
    const [a, b] = [Math.min(one, other), Math.max(one, other)];
    const key = a * groups.size + b;
    const known = byPair.get(key);
    byPair.set(key, known === undefined ? renewed(groups, bond, a, b) : joint(known, bond, a, b));
  }
  return [...byPair.values()];
}

function renewed(groups: Groups, bond: Bond, a: number, b: number): Bond {
  const unchanged = bond.a === a && bond.b === b && bond.episodes === episodesOf(groups, bond);
  return unchanged ? bond : { ...bond, a, b, weight: NaN };
}

function episodesOf(groups: Groups, { a, b }: Bond): number {
  return groups.episodesIn(a) + groups.episodesIn(b);
}

function joint(one: Bond, other: Bond, a: number, b: number): Bond {
  return {
    a,
    b,
    actor: Math.max(one.actor, other.actor),
    trace: Math.max(one.trace, other.trace),
    target: Math.max(one.target, other.target),
    stage: Math.max(one.stage, other.stage),
    best: other.best.weight > one.best.weight ? other.best : one.best,
    weight: NaN,
    episodes: 0,
  };
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
