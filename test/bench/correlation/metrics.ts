import type { CampaignCount, Confusion, Group } from './confusion.ts';
import { countConfusion } from './confusion.ts';

/** How well groups match the truth. Rates and shares are 0 to 1; NaN where there is nothing to judge. */
export interface Metrics {
  readonly pairwise: Quality;
  /** Over all alerts; a benign alert is a class of its own. */
  readonly bCubed: Quality;
  /** Over the alerts of campaigns only: benign alerts that are rightly alone do not lift it. */
  readonly bCubedCampaigns: Quality;
  /** Groups of two alerts or more that hold two campaigns, each with at least two alerts and 2% of the group. */
  readonly falseMerges: number;
  /** Campaigns whose main group holds less than 90% of them. */
  readonly split: number;
  /** Campaigns with one group that holds at least 95% of them and of which they are at least 95%. */
  readonly right: number;
  /** Campaigns that are exactly one group. */
  readonly exact: number;
  /** Benign alerts in groups of two alerts or more. */
  readonly benignGrouped: number;
  /** Benign alerts in a group with an alert of a campaign. */
  readonly benignBesideCampaigns: number;
  readonly biggestGroup: number;
  /** Groups of two alerts or more. */
  readonly groups: number;
  /** Campaigns of two alerts or more, which the campaign rates count. */
  readonly campaigns: number;
}

export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * Judges labels against the truth, alert by alert.
 *
 * @param truth number of each alert's campaign, -1 for a benign alert.
 * @param labels number of each alert's group, -1 for an alert that is alone.
 */
export function measure(truth: ArrayLike<number>, labels: ArrayLike<number>): Metrics {
  const confusion = countConfusion(truth, labels);
  const groups = [...confusion.groups.values()];
  const multiple = groups.filter(({ size }) => size >= 2);
  const campaigns = [...confusion.campaigns.values()].filter(({ size }) => size >= 2);
  const benign = groups.reduce((sum, group) => sum + group.benign, confusion.benignAlone);
  return {
    pairwise: pairwise(confusion),
    ...bothBCubed(confusion),
    falseMerges: share(multiple, holdsTwoCampaigns),
    split: share(campaigns, isSplit),
    right: share(campaigns, isRight),
    exact: share(campaigns, ({ main, size }) => main.inside === size && main.groupSize === size),
    benignGrouped: total(multiple, (group) => group.benign) / benign,
    benignBesideCampaigns:
      total(
        multiple.filter((group) => group.parts.size > 0),
        (group) => group.benign,
      ) / benign,
    biggestGroup: multiple.reduce((most, { size }) => Math.max(most, size), 0),
    groups: multiple.length,
    campaigns: campaigns.length,
  };
}

/** How each campaign of two alerts or more came out, by its number. */
export function judgeCampaigns(
  truth: ArrayLike<number>,
  labels: ArrayLike<number>,
): ReadonlyMap<number, { readonly isRight: boolean; readonly isSplit: boolean }> {
  const judged = [...countConfusion(truth, labels).campaigns]
    .filter(([, { size }]) => size >= 2)
    .map(([campaign, counted]) => [campaign, { isRight: isRight(counted), isSplit: isSplit(counted) }] as const);
  return new Map(judged);
}

function holdsTwoCampaigns({ size, parts }: Group): boolean {
  let held = 0;
  for (const inside of parts.values()) if (inside >= 2 && inside >= 0.02 * size) held += 1;
  return held >= 2;
}

function isSplit({ main, size }: CampaignCount): boolean {
  return main.inside < 0.9 * size;
}

function isRight({ main, size }: CampaignCount): boolean {
  return main.inside >= 0.95 * size && main.inside >= 0.95 * main.groupSize;
}

function pairwise({ groups, campaigns }: Confusion): Quality {
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const found = total([...groups.values()], ({ parts }) => total([...parts.values()], pairs));
  const claimed = total([...groups.values()], ({ size }) => pairs(size));
  const real = total([...campaigns.values()], ({ size }) => pairs(size));
  return quality(found / claimed, found / real);
}

/** Each alert's precision is the share of its group that is of its class, its recall the share of its class in its group. */
function bothBCubed({
  groups,
  campaigns,
  benignAlone,
  alerts,
}: Confusion): Pick<Metrics, 'bCubed' | 'bCubedCampaigns'> {
  let [precision, recall, members] = [0, 0, 0];
  let benignPrecision = benignAlone;
  let benign = benignAlone;
  for (const group of groups.values()) {
    for (const [campaign, inside] of group.parts) {
      precision += inside ** 2 / group.size;
      recall += inside ** 2 / (campaigns.get(campaign)?.size ?? inside);
    }
    benignPrecision += group.benign / group.size;
    benign += group.benign;
  }
  for (const { size, alone } of campaigns.values()) {
    precision += alone;
    recall += alone / size;
    members += size;
  }
  return {
    bCubed: quality((precision + benignPrecision) / alerts, (recall + benign) / alerts),
    bCubedCampaigns: quality(precision / members, recall / members),
  };
}

function quality(precision: number, recall: number): Quality {
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

function total<T>(values: readonly T[], count: (value: T) => number): number {
  return values.reduce((sum, value) => sum + count(value), 0);
}

function share<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return values.filter(holds).length / values.length;
}

/** Means over worlds; the biggest group is the biggest of all. */
export function meanMetrics(all: readonly Metrics[]): Metrics {
  const mean = (value: (metrics: Metrics) => number): number =>
    all.reduce((sum, each) => sum + value(each), 0) / all.length;
  const quality = (of: (metrics: Metrics) => Quality): Quality => ({
    precision: mean((each) => of(each).precision),
    recall: mean((each) => of(each).recall),
    f1: mean((each) => of(each).f1),
  });
  return {
    pairwise: quality((each) => each.pairwise),
    bCubed: quality((each) => each.bCubed),
    bCubedCampaigns: quality((each) => each.bCubedCampaigns),
    falseMerges: mean((each) => each.falseMerges),
    split: mean((each) => each.split),
    right: mean((each) => each.right),
    exact: mean((each) => each.exact),
    benignGrouped: mean((each) => each.benignGrouped),
    benignBesideCampaigns: mean((each) => each.benignBesideCampaigns),
    biggestGroup: Math.max(...all.map((each) => each.biggestGroup)),
    groups: mean((each) => each.groups),
    campaigns: mean((each) => each.campaigns),
  };
}
