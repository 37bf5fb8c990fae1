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
  const cells = countCells(truth, labels);
  const groups = [...cells.groups.values()];
  const multiple = groups.filter(({ size }) => size >= 2);
  const campaigns = [...cells.campaigns.values()].filter(({ size }) => size >= 2);
  const benign = groups.reduce((sum, group) => sum + group.benign, cells.benignAlone);
  return {
    pairwise: pairwise(cells),
    ...bothBCubed(cells),
    falseMerges: share(multiple, holdsTwoCampaigns),
    split: share(campaigns, ({ main, size }) => main.inside < 0.9 * size),
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

interface Group {
  size: number;
  benign: number;
  /** Alerts of each campaign in the group. */
  readonly parts: Map<number, number>;
}

interface CampaignCount {
  size: number;
  /** Alerts of the campaign that are in no group. */
  alone: number;
  /** The group with most of its alerts; the purer one where two hold as many. */
  main: { inside: number; groupSize: number };
}

interface Cells {
  readonly groups: ReadonlyMap<number, Group>;
  readonly campaigns: ReadonlyMap<number, CampaignCount>;
  readonly benignAlone: number;
  readonly alerts: number;
}

function countCells(truth: ArrayLike<number>, labels: ArrayLike<number>): Cells {
  if (truth.length !== labels.length) throw new Error(`${truth.length} alerts, but ${labels.length} labels`);
  const groups = new Map<number, Group>();
  const campaigns = new Map<number, CampaignCount>();
  let benignAlone = 0;
  for (let alert = 0; alert < truth.length; alert += 1) {
    const [campaign, label] = [truth[alert] ?? -1, labels[alert] ?? -1];
    const counted = campaign < 0 ? undefined : campaignCount(campaigns, campaign);
    if (counted) counted.size += 1;
    if (label < 0) {
      if (counted) counted.alone += 1;
      else benignAlone += 1;
      continue;
    }
    const group = groups.get(label) ?? { size: 0, benign: 0, parts: new Map<number, number>() };
    groups.set(label, group);
    group.size += 1;
    if (counted) group.parts.set(campaign, (group.parts.get(campaign) ?? 0) + 1);
    else group.benign += 1;
  }
  chooseMainGroups(groups, campaigns);
  return { groups, campaigns, benignAlone, alerts: truth.length };
}

function campaignCount(campaigns: Map<number, CampaignCount>, campaign: number): CampaignCount {
  const known = campaigns.get(campaign);
  if (known !== undefined) return known;
  const counted = { size: 0, alone: 0, main: { inside: 0, groupSize: 0 } };
  campaigns.set(campaign, counted);
  return counted;
}

function chooseMainGroups(groups: ReadonlyMap<number, Group>, campaigns: ReadonlyMap<number, CampaignCount>): void {
  for (const counted of campaigns.values()) if (counted.alone > 0) counted.main = { inside: 1, groupSize: 1 };
  for (const { size, parts } of groups.values()) {
    for (const [campaign, inside] of parts) {
      const counted = campaigns.get(campaign);
      if (counted === undefined) continue;
      const { main } = counted;
      const isPurer = inside === main.inside && size < main.groupSize;
      if (inside > main.inside || isPurer) counted.main = { inside, groupSize: size };
    }
  }
}

function holdsTwoCampaigns({ size, parts }: Group): boolean {
  let held = 0;
  for (const inside of parts.values()) if (inside >= 2 && inside >= 0.02 * size) held += 1;
  return held >= 2;
}

function isRight({ main, size }: CampaignCount): boolean {
  return main.inside >= 0.95 * size && main.inside >= 0.95 * main.groupSize;
}

function pairwise({ groups, campaigns }: Cells): Quality {
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const found = total([...groups.values()], ({ parts }) => total([...parts.values()], pairs));
  const claimed = total([...groups.values()], ({ size }) => pairs(size));
  const real = total([...campaigns.values()], ({ size }) => pairs(size));
  return quality(found / claimed, found / real);
}

/** Each alert's precision is the share of its group that is of its class, its recall the share of its class in its group. */
function bothBCubed({ groups, campaigns, benignAlone, alerts }: Cells): Pick<Metrics, 'bCubed' | 'bCubedCampaigns'> {
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
