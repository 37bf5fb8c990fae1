import type { Detector, ResourceKind } from '../generator/detector.ts';
import { allDetectors } from '../generator/detector.ts';
import type { Random } from '../generator/random.ts';
import type { Link, Pace, Step, Template } from './template.ts';

/** From which kind of resource an attacker gets to which others. */
const reachable: Readonly<Record<ResourceKind, readonly ResourceKind[]>> = {
  machine: ['vault', 'storage', 'database', 'subscription', 'cluster'],
  database: ['storage', 'machine'],
  storage: ['machine', 'app', 'database'],
  vault: ['storage', 'database', 'cosmos', 'model'],
  app: ['database', 'vault', 'storage', 'subscription'],
  cluster: ['vault', 'storage', 'subscription', 'machine'],
  cosmos: ['storage'],
  model: ['storage', 'vault'],
  gateway: ['app', 'database', 'cosmos'],
  subscription: ['machine', 'vault', 'storage', 'database', 'cluster', 'cosmos', 'model'],
};

const starts = Object.keys(reachable) as readonly ResourceKind[];
const links: readonly Link[] = ['ip', 'account', 'process', 'file', 'domain', 'resource', 'chain', 'several'];
const paces: readonly Pace[] = ['seconds', 'minutes', 'hours', 'days', 'slow'];

/** Tactics by how far an attack has got. */
const order = [
  'Reconnaissance ResourceDevelopment PreAttack Probing',
  'InitialAccess Exploitation',
  'Execution Persistence PrivilegeEscalation DefenseEvasion',
  'CredentialAccess Discovery',
  'LateralMovement Collection CommandAndControl',
  'Exfiltration Impact',
];

/**
 * A campaign that nobody wrote: detectors of one to three kinds of resources, mostly in kill-chain order. So the ways of
 * its attackers are not those of the person who wrote the other templates, and there can be as many as one likes.
 */
export function improvise(random: Random, name: string): Template {
  const firings = route(random)
    .flatMap((kind) => stay(random, kind))
    .slice(0, 9);
  const most = firings.some(({ kind }) => kind !== 'subscription') ? random.integer(1, 8) : 1;
  const firstPace = random.integer(0, 3);
  return {
    name,
    links: Array.from({ length: random.integer(1, 3) }, () => random.pick(links)),
    paces: paces.slice(firstPace, firstPace + random.integer(1, 3)),
    spread: [1, most],
    steps: firings.map(({ alertType }) => stepOf(random, alertType)),
  };
}

/** One kind of resource, or two, or three. */
function route(random: Random): readonly ResourceKind[] {
  const kinds = [random.pick(starts)];
  while (kinds.length < 3 && random.chance(0.45)) kinds.push(random.pick(reachable[kinds.at(-1) ?? 'machine']));
  return kinds;
}

/** What fires on one kind of resource; the order says something in two of three campaigns. */
function stay(random: Random, kind: ResourceKind): readonly Detector[] {
  const there = allDetectors.filter((detector) => detector.kind === kind);
  const firing = [...new Set(Array.from({ length: random.integer(2, 5) }, () => random.pick(there)))];
  return random.chance(0.67) ? firing.toSorted((a, b) => reachOf(a) - reachOf(b)) : firing;
}

function reachOf({ intent }: Detector): number {
  const [tactic = ''] = intent.split(', ');
  return order.findIndex((tactics) => tactics.split(' ').includes(tactic));
}

function stepOf(random: Random, alertType: string): Step {
  const walk = random.unit();
  return {
    fire: [alertType],
    most: Math.round(random.magnitude(1, 15)),
    ...(walk < 0.25 ? { on: 'next' } : walk < 0.33 ? { on: 'each' } : {}),
  };
}
