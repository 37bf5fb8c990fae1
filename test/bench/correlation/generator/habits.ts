import type { Random } from './random.ts';

export type Tier = 'easy' | 'normal' | 'hard';
export const tiers: readonly Tier[] = ['easy', 'normal', 'hard'];

type Range = readonly [number, number];

/**
 * What one world is like. Every figure is drawn anew for each seed from the range of its tier: an engine that fits one
 * world's figures fails in the next. All are shares (0 to 1) unless the name says otherwise.
 */
const ranges = {
  /** Span of the list in days; the service keeps alerts for 90. */
  days: { easy: [30, 80], normal: [20, 85], hard: [14, 85] },
  /** Share of all alerts that belong to a campaign. */
  campaignShare: { easy: [0.2, 0.5], normal: [0.1, 0.5], hard: [0.06, 0.4] },
  tenants: { easy: [1, 3], normal: [1, 6], hard: [1, 6] },
  subscriptionsPerTenant: { easy: [1, 6], normal: [1, 8], hard: [1, 10] },
  /** Median of the resources' own rates, in alerts a day. */
  rate: { easy: [0.02, 0.06], normal: [0.03, 0.2], hard: [0.05, 0.5] },
  /** How unequal the rates are: sigma of their logarithm. */
  rateSigma: { easy: [0.3, 0.8], normal: [0.5, 1.1], hard: [0.6, 1.3] },
  natPerTenant: { easy: [1, 3], normal: [1, 10], hard: [2, 16] },
  adminsPerTenant: { easy: [1, 3], normal: [2, 8], hard: [2, 12] },
  automationPerTenant: { easy: [1, 2], normal: [1, 6], hard: [2, 9] },
  scanners: { easy: [1, 2], normal: [1, 5], hard: [2, 8] },
  proxies: { easy: [0, 2], normal: [0, 6], hard: [2, 12] },
  commonFiles: { easy: [2, 5], normal: [3, 12], hard: [5, 20] },
  /** Benign alerts whose address is an egress address of the tenant. */
  natTraffic: { easy: [0.1, 0.3], normal: [0.15, 0.5], hard: [0.2, 0.6] },
  entityLoss: { easy: [0, 0.02], normal: [0, 0.1], hard: [0.03, 0.2] },
  /** Facts that a detector never tells in this world: an older agent, a plan that is not paid for. */
  blindDetectors: { easy: [0, 0.03], normal: [0, 0.12], hard: [0.03, 0.25] },
  /** Alerts that name the resource's own public address beside the other side's. */
  ownAddress: { easy: [0, 0.1], normal: [0, 0.3], hard: [0, 0.4] },
  /** Alerts about a subscription that also name a resource in it. */
  alsoResource: { easy: [0, 0.3], normal: [0, 0.5], hard: [0, 0.5] },
  tacticLoss: { easy: [0, 0.15], normal: [0, 0.4], hard: [0.1, 0.57] },
  aliases: { easy: [0, 0.15], normal: [0.05, 0.4], hard: [0.1, 0.6] },
  /** Alerts with an ARM id in another case than usual. */
  caseChanges: { easy: [0.05, 0.4], normal: [0.05, 0.7], hard: [0.1, 0.9] },
  addressRotation: { easy: [0.1, 0.25], normal: [0.25, 0.5], hard: [0.3, 0.6] },
  contested: { easy: [0, 0.02], normal: [0.02, 0.1], hard: [0.05, 0.2] },
  returningAttacker: { easy: [0, 0.01], normal: [0.01, 0.04], hard: [0.02, 0.08] },
  sharedExit: { easy: [0, 0.01], normal: [0.01, 0.05], hard: [0.02, 0.1] },
  behindNat: { easy: [0, 0.02], normal: [0.02, 0.1], hard: [0.05, 0.2] },
  stolenAdmin: { easy: [0, 0.01], normal: [0.01, 0.06], hard: [0.02, 0.12] },
  /** Campaigns slowed down by one pace. */
  slowed: { easy: [0, 0.05], normal: [0.02, 0.15], hard: [0.05, 0.3] },
  /** Campaigns that keep a slow pace although only the resource holds them together: hardly anybody could find them. */
  slowResourceOnly: { easy: [0, 0.05], normal: [0, 0.2], hard: [0.1, 0.5] },
  /** Campaigns that use a program which is everywhere. */
  commonProgram: { easy: [0, 0.1], normal: [0.05, 0.3], hard: [0.1, 0.4] },
  /** Alerts that name further addresses. */
  manyAddresses: { easy: [0, 0.05], normal: [0, 0.15], hard: [0.05, 0.25] },
  /** Campaigns held together by the link of the template; the others tell everything alike. */
  thinLinks: { easy: [0.2, 0.5], normal: [0.4, 0.85], hard: [0.6, 1] },
  dropStep: { easy: [0, 0.1], normal: [0.05, 0.25], hard: [0.1, 0.35] },
  swapSteps: { easy: [0, 0.08], normal: [0.05, 0.2], hard: [0.1, 0.35] },
  medianSize: { easy: [6, 12], normal: [4, 12], hard: [3, 10] },
  duplicates: { easy: [0, 0.01], normal: [0, 0.03], hard: [0, 0.05] },
  updates: { easy: [0, 0.02], normal: [0, 0.04], hard: [0, 0.06] },
  /** Factor on the delivery delay, whose median is two minutes. */
  delay: { easy: [0.5, 1], normal: [0.5, 1.5], hard: [0.7, 3] },
  /** Seconds by which a detector's clock may be off. */
  clockJitter: { easy: [0, 10], normal: [0, 120], hard: [0, 600] },
  serviceIncidents: { easy: [0.1, 0.5], normal: [0, 0.5], hard: [0, 0.4] },
  /** Networks that use the same private range as another. */
  networks: { easy: [2, 6], normal: [2, 20], hard: [3, 40] },
} as const satisfies Readonly<Record<string, Readonly<Record<Tier, Range>>>>;

type HabitName = keyof typeof ranges;
export type Habits = { readonly [Name in HabitName]: number } & { readonly noise: readonly number[] };

const wholeNumbers = new Set<HabitName>([
  'tenants',
  'subscriptionsPerTenant',
  'natPerTenant',
  'adminsPerTenant',
  'automationPerTenant',
  'scanners',
  'proxies',
  'commonFiles',
  'networks',
]);

/** Kinds of benign activity. */
export const noiseKinds = [
  'habit',
  'lone',
  'adminSession',
  'sweep',
  'deployment',
  'flapping',
  'pair',
  'traveller',
] as const;
export type NoiseKind = (typeof noiseKinds)[number];

/**
 * Weight of each kind, in alerts, drawn by order of magnitude: in one world automation makes most of the noise, in the
 * next there is none.
 */
const noiseWeights: Readonly<Record<NoiseKind, Readonly<Record<Tier, Range>>>> = {
  habit: { easy: [3, 9], normal: [2, 10], hard: [2, 10] },
  lone: { easy: [3, 9], normal: [2, 10], hard: [1, 8] },
  adminSession: { easy: [0.05, 0.4], normal: [0.1, 1.5], hard: [0.2, 2.5] },
  sweep: { easy: [0.05, 0.4], normal: [0.1, 1.5], hard: [0.2, 2.5] },
  deployment: { easy: [0.05, 0.4], normal: [0.1, 1.5], hard: [0.2, 2.5] },
  flapping: { easy: [0.05, 0.4], normal: [0.1, 1.5], hard: [0.2, 2.5] },
  pair: { easy: [0.02, 0.15], normal: [0.05, 0.4], hard: [0.1, 1] },
  traveller: { easy: [0.01, 0.05], normal: [0.02, 0.2], hard: [0.05, 0.4] },
};

export function drawHabits(random: Random, tier: Tier): Habits {
  const drawn = Object.entries(ranges).map(([name, byTier]) => {
    const [low, high] = byTier[tier];
    return [name, wholeNumbers.has(name as HabitName) ? random.integer(low, high) : random.between(low, high)] as const;
  });
  const noise = noiseKinds.map((kind) => random.magnitude(...noiseWeights[kind][tier]));
  return { ...(Object.fromEntries(drawn) as { [Name in HabitName]: number }), noise };
}
