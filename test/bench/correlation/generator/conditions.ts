import { improvise } from '../templates/improvise.ts';
import type { Template } from '../templates/template.ts';
import type { Habits } from './habits.ts';
import type { Random } from './random.ts';

/** What makes a world unlike those that an engine was developed in. */
interface Condition {
  readonly habits?: Partial<Habits>;
  /** Campaigns after that many templates that nobody wrote, in place of the written ones. */
  readonly improvised?: number;
  /** Alerts in the list, whatever was asked for. */
  readonly alerts?: number;
}

/**
 * One for each way in which what an engine learns, or takes for granted, may be missing. An engine that has a rule with
 * a reason loses little under any of them; one that has learnt a generator by heart falls off a cliff.
 */
const conditions = {
  /** As the tier draws it. */
  plain: {},
  /** No attack is like any other: nothing is learnt from one about the next. */
  unique: { improvised: 2000 },
  /** Attackers of forty ways. */
  fortyWays: { improvised: 40 },
  /** One team's list: two dozen campaigns or so. */
  small: { alerts: 3000 },
  smallUnique: { alerts: 3000, improvised: 2000 },
  /** Half an hour of looking through what one subscription has. */
  tiny: { alerts: 500, habits: { campaignShare: 0.3, tenants: 1 } },
  mostlyNoise: { habits: { campaignShare: 0.04 } },
  mostlyAttacks: { habits: { campaignShare: 0.7 } },
  oneWeek: { habits: { days: 7 } },
  threeMonths: { habits: { days: 89 } },
  nothingLost: { habits: { entityLoss: 0, blindDetectors: 0 } },
  muchLost: { habits: { entityLoss: 0.4 } },
  noTactics: { habits: { tacticLoss: 1 } },
  allSlowed: { habits: { slowed: 1 } },
  busyResources: { habits: { rate: 0.6, rateSigma: 1.2 } },
  quietResources: { habits: { rate: 0.02, rateSigma: 0.4 } },
  largeCampaigns: { habits: { medianSize: 25 } },
  smallCampaigns: { habits: { medianSize: 3 } },
  thinLinks: { habits: { thinLinks: 1 } },
} as const satisfies Readonly<Record<string, Condition>>;

export type ConditionName = keyof typeof conditions;

export const conditionNames = Object.keys(conditions) as readonly ConditionName[];

export function conditionNamed(name: ConditionName): Condition {
  return conditions[name];
}

/** The ways of the attackers in a world under a condition. */
export function templatesUnder(
  { improvised }: Condition,
  random: Random,
  written: readonly Template[],
): readonly Template[] {
  if (improvised === undefined) return written;
  return Array.from({ length: improvised }, (_, index) => improvise(random, `improvised${index}`));
}
