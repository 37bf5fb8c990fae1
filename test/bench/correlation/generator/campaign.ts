import type { Pace, Step, Template } from '../templates/template.ts';
import type { Actor } from './actor.ts';
import type { Attacker, Disguise } from './attacker.ts';
import { attackerActor, newRoots } from './attacker.ts';
import { detectorNamed } from './detector.ts';
import type { Detector, ResourceKind } from './detector.ts';
import type { Resource, Tenant } from './estate.ts';
import type { NoiseWorld } from './noise.ts';
import { usualActor, withAlso } from './noise.ts';
import type { Random } from './random.ts';
import type { Sighting } from './sighting.ts';
import { keepTogether } from './sharedFacts.ts';
import { day, hour, minute, second } from './units.ts';

export interface CampaignPlan {
  readonly name: string;
  readonly template: Template;
  readonly pace: Pace;
  readonly tenant: Tenant;
  readonly disguise: Disguise;
  readonly start: number;
  readonly size: number;
  /** Where it begins, for a campaign on a resource that another one holds. */
  readonly first?: Resource;
  /** Address that all traffic comes from, whatever the attacker's own. */
  readonly exit?: string;
}

export interface Campaign {
  readonly name: string;
  readonly template: Template;
  readonly attacker: Attacker;
  readonly sightings: readonly Sighting[];
}

/** The alerts of one campaign, in the order of their times. */
export function carryOut(world: NoiseWorld, plan: CampaignPlan): Campaign {
  const firings = repeat(world, mutate(world, plan.template), plan);
  const cast = new Cast(world.random, plan);
  const times = schedule(world.random, firings, plan);
  const roots = newRoots();
  const sightings = firings.map(({ detector, step, move }, index): Sighting => {
    const time = times[index] ?? plan.start;
    const resource = cast.resource(detector.kind, move);
    const usual = usualActor(world, resource, time);
    const shown = attackerActor(world.random, plan.disguise, roots, { step, time, resource, usual });
    const actor: Actor = plan.exit === undefined ? shown : { ...shown, ip: plan.exit, otherIps: [] };
    const sighting = { time, detector, resource, actor, campaign: plan.name };
    return withAlso(world, sighting, () => cast.anyone());
  });
  const together = keepTogether(world.random, sightings, hubAddresses(world, plan));
  return { name: plan.name, template: plan.template, attacker: plan.disguise.attacker, sightings: together };
}

function hubAddresses(world: NoiseWorld, { tenant, exit }: CampaignPlan): ReadonlySet<string> {
  return new Set([...tenant.nat, tenant.newNat.ip, ...world.estate.proxies, ...(exit === undefined ? [] : [exit])]);
}

interface Firing {
  readonly detector: Detector;
  readonly step: number;
  readonly move: 'stay' | 'next';
}

/** Steps fall away and change places; the first stays, or there is no beginning to speak of. */
function mutate({ random, habits }: NoiseWorld, { steps }: Template): readonly Step[] {
  const kept = steps.filter((_, index) => index === 0 || !random.chance(habits.dropStep));
  for (let index = 1; index + 1 < kept.length; index += 1) {
    const [here, next] = [kept[index], kept[index + 1]];
    if (here === undefined || next === undefined || !random.chance(habits.swapSteps)) continue;
    kept[index] = next;
    kept[index + 1] = here;
  }
  return kept;
}

/** How often each step fires, so that the campaign gets about its size, and never fewer than two alerts. */
function repeat(
  { random, byType }: NoiseWorld,
  steps: readonly Step[],
  { template, size }: CampaignPlan,
): readonly Firing[] {
  const counts = steps.map(() => 1);
  const dropped = new Set<number>();
  while (steps.length - dropped.size > Math.max(2, size)) dropped.add(random.integer(0, steps.length - 1));
  let left = size - (steps.length - dropped.size);
  for (let tries = 0; left > 0 && tries < 400; tries += 1) {
    const at = random.integer(0, steps.length - 1);
    if (dropped.has(at) || (counts[at] ?? 0) >= (steps[at]?.most ?? 1)) continue;
    counts[at] = (counts[at] ?? 0) + 1;
    left -= 1;
  }
  const firings = steps.flatMap((step, index) => {
    if (dropped.has(index)) return [];
    const type = random.pick(step.fire);
    const detector = byType.get(type) ?? detectorNamed(type);
    const moves = step.on !== undefined && template.spread[1] > 1;
    return Array.from({ length: counts[index] ?? 1 }, (_, time): Firing => {
      const move = moves && (step.on === 'each' || time === 0 || random.chance(0.7)) ? 'next' : 'stay';
      return { detector, step: index, move };
    });
  });
  const [only] = firings;
  return firings.length === 1 && only !== undefined ? [only, only] : firings;
}

const gaps: Readonly<Record<Pace, readonly [median: number, sigma: number]>> = {
  seconds: [20 * second, 1],
  minutes: [8 * minute, 1],
  hours: [2 * hour, 1.1],
  days: [15 * hour, 0.9],
  slow: [40 * hour, 0.8],
};

/** Times of the firings: repeats of a step follow each other faster than steps; three weeks at most in all. */
function schedule(random: Random, firings: readonly Firing[], { pace, start }: CampaignPlan): readonly number[] {
  const [median, sigma] = gaps[pace];
  const offsets: number[] = [];
  let at = 0;
  firings.forEach(({ step }, index) => {
    const repeats = index > 0 && firings[index - 1]?.step === step;
    const gap = random.logNormal(repeats ? median / random.pick([3, 10, 40]) : median, sigma);
    if (index > 0) at += Math.max(second / 2, Math.min(gap, 10 * day));
    offsets.push(at);
  });
  const shrink = at > 21 * day ? (21 * day) / at : 1;
  return offsets.map((offset) => start + offset * shrink);
}

/** The resources of a campaign: one of each kind, and several of those that steps walk over. */
class Cast {
  readonly #random: Random;
  readonly #plan: CampaignPlan;
  readonly #chosen = new Map<ResourceKind, { readonly members: readonly Resource[]; at: number }>();
  readonly #subscription: string;

  constructor(random: Random, plan: CampaignPlan) {
    this.#random = random;
    this.#plan = plan;
    const { first, tenant } = plan;
    this.#subscription = first?.subscriptionId ?? random.pick(tenant.resources.subscription).subscriptionId;
  }

  resource(kind: ResourceKind, move: 'stay' | 'next'): Resource {
    const chosen = this.#chosen.get(kind) ?? { members: this.#choose(kind), at: -1 };
    this.#chosen.set(kind, chosen);
    if (chosen.at < 0) chosen.at = 0;
    else if (move === 'next') chosen.at = (chosen.at + 1) % chosen.members.length;
    const resource = chosen.members[chosen.at];
    if (resource === undefined) throw new Error('A cast has members of each kind');
    return resource;
  }

  /** Somebody who is on the scene already. */
  anyone(): Resource | undefined {
    const scenes = [...this.#chosen.values()].map(({ members, at }) => members[at]);
    return this.#random.pick(scenes);
  }

  /** Mostly of one subscription; what the tenant has none of is not asked for (see `fits`). */
  #choose(kind: ResourceKind): readonly Resource[] {
    const { template, tenant, first } = this.#plan;
    const walked = template.steps.some((step) => step.on !== undefined && kindOf(step) === kind);
    const count = walked ? this.#random.integer(...template.spread) : 1;
    const begin = first?.kind === kind ? [first] : [];
    const near = this.#random.chance(0.75);
    const others = Array.from({ length: Math.max(1, count) - begin.length }, () =>
      this.#pick(tenant.resources[kind], near),
    );
    return [...new Set([...begin, ...others])];
  }

  /** A dozen tries find a neighbour where there are any; a search would be slow in a large tenant. */
  #pick(resources: readonly Resource[], near: boolean): Resource {
    for (let tries = 0; near && tries < 12; tries += 1) {
      const resource = this.#random.pick(resources);
      if (resource.subscriptionId === this.#subscription) return resource;
    }
    return this.#random.pick(resources);
  }
}

function kindOf({ fire }: Step): ResourceKind | undefined {
  const [type] = fire;
  return type === undefined ? undefined : detectorNamed(type).kind;
}

/** True where the tenant has a resource of every kind that the template needs. */
export function fits({ steps }: Template, tenant: Tenant): boolean {
  return steps.every((step) => {
    const kind = kindOf(step);
    return kind !== undefined && tenant.resources[kind].length > 0;
  });
}
