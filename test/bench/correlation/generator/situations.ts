import type { Link, Pace, Template } from '../templates/template.ts';
import type { Attacker } from './attacker.ts';
import { disguise, makeAttacker } from './attacker.ts';
import { publicAddress } from './actor.ts';
import type { Campaign, CampaignPlan } from './campaign.ts';
import { carryOut, fits } from './campaign.ts';
import type { Tenant } from './estate.ts';
import type { NoiseWorld } from './noise.ts';
import { day, hour } from './units.ts';

const slower: Readonly<Record<Pace, Pace>> = {
  seconds: 'minutes',
  minutes: 'hours',
  hours: 'days',
  days: 'slow',
  slow: 'slow',
};

/** Begins campaigns, some of them in the situations that make grouping hard. */
export class Campaigns {
  readonly #world: NoiseWorld;
  readonly #templates: readonly Template[];
  #count = 0;
  #recent: Campaign[] = [];

  constructor(world: NoiseWorld, templates: readonly Template[]) {
    this.#world = world;
    this.#templates = templates;
  }

  /** One campaign that begins at `time`, or two that share something without being one. */
  begin(time: number): readonly Campaign[] {
    const { random, habits } = this.#world;
    const tenant = random.pick(this.#world.estate.tenants);
    const template = this.#templateFor(tenant);
    if (template === undefined) return [];
    const plan = (situation?: string): CampaignPlan => this.#plan(template, tenant, time, situation);
    if (random.chance(habits.returningAttacker)) return this.#carryOut(this.#twice(plan('returning')));
    if (random.chance(habits.sharedExit)) return this.#carryOut(this.#behindOneExit(plan('sharedExit')));
    if (random.chance(habits.contested)) return this.#carryOut([this.#contesting(plan('contested'))]);
    return this.#carryOut([plan()]);
  }

  #templateFor(tenant: Tenant): Template | undefined {
    for (let tries = 0; tries < 8; tries += 1) {
      const template = this.#world.random.pick(this.#templates);
      if (fits(template, tenant)) return template;
    }
    return undefined;
  }

  #plan(template: Template, tenant: Tenant, start: number, situation = 'plain'): CampaignPlan {
    const { random, habits } = this.#world;
    const link: Link = random.chance(habits.thinLinks) ? random.pick(template.links) : 'several';
    const pace = this.#pace(template, link);
    const hides = random.chance(habits.behindNat) && link !== 'ip' && link !== 'chain';
    const name = this.#name(template, link, pace, hides && situation === 'plain' ? 'behindNat' : situation);
    return {
      name,
      template,
      pace,
      tenant,
      disguise: disguise(random, link, this.#attacker(template, tenant, link)),
      start,
      size: Math.round(Math.min(70, Math.max(2, random.logNormal(habits.medianSize, 0.95)))),
      ...(hides ? { exit: random.pick(tenant.nat) } : {}),
    };
  }

  #pace({ paces }: Template, link: Link): Pace {
    const { random, habits } = this.#world;
    const drawn = random.pick(paces);
    const pace = random.chance(habits.slowed) ? slower[drawn] : drawn;
    const isSlow = pace === 'days' || pace === 'slow';
    return link === 'resource' && isSlow && !random.chance(habits.slowResourceOnly) ? 'hours' : pace;
  }

  #attacker(template: Template, tenant: Tenant, link: Link): Attacker {
    const { random, habits, estate } = this.#world;
    const attacker = makeAttacker(random, template, tenant, random.chance(habits.addressRotation));
    const admin = random.chance(habits.stolenAdmin) && link !== 'account' ? random.pick(tenant.admins) : undefined;
    const isCommon = link !== 'file' && link !== 'process' && random.chance(habits.commonProgram);
    return {
      ...attacker,
      ...(admin === undefined ? {} : { account: admin }),
      ...(isCommon ? { file: random.pick(estate.commonFiles) } : {}),
    };
  }

  /** Tells what kind of campaign it is, so that one can see which kinds an engine gets right. */
  #name({ name }: Template, link: Link, pace: Pace, situation: string): string {
    this.#count += 1;
    return [name, link, pace, situation, this.#count].join(' ');
  }

  /** The same attacker a week or so after, against other resources: a second campaign. */
  #twice(plan: CampaignPlan): readonly CampaignPlan[] {
    const { random } = this.#world;
    const template = this.#templateFor(plan.tenant) ?? plan.template;
    const start = plan.start + random.between(7, 20) * day;
    const name = this.#name(template, plan.disguise.link, 'minutes', 'returning');
    return [plan, { ...plan, name, template, pace: 'minutes', start }];
  }

  /** Two attackers who rent the same address. */
  #behindOneExit(plan: CampaignPlan): readonly CampaignPlan[] {
    const { random, estate } = this.#world;
    const exit = publicAddress(random);
    const tenant = random.chance(0.5) ? plan.tenant : random.pick(estate.tenants);
    const template = this.#templateFor(tenant) ?? plan.template;
    const other = this.#plan(template, tenant, plan.start + random.waiting(30 * hour), 'sharedExit');
    const usable = fits(other.template, other.tenant) ? [plan, other] : [plan];
    return usable.map((each) => ({ ...each, exit }));
  }

  /** Begins on a resource that another campaign holds. */
  #contesting(plan: CampaignPlan): CampaignPlan {
    const { random } = this.#world;
    if (this.#recent.length === 0) return plan;
    const held = random.pick(random.pick(this.#recent).sightings).resource;
    const template = this.#templates.filter((each) => fits(each, held.tenant));
    if (template.length === 0) return plan;
    const there = this.#plan(random.pick(template), held.tenant, plan.start, 'contested');
    return { ...there, first: held };
  }

  #carryOut(plans: readonly CampaignPlan[]): readonly Campaign[] {
    const campaigns = plans.map((plan) => carryOut(this.#world, plan)).filter(({ sightings }) => sightings.length >= 2);
    this.#recent = [...this.#recent, ...campaigns].slice(-12);
    return campaigns;
  }
}
