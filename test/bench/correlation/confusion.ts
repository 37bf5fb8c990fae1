export interface Group {
  size: number;
  benign: number;
  /** Alerts of each campaign in the group. */
  readonly parts: Map<number, number>;
}

/** How one campaign came out. */
export interface CampaignCount {
  size: number;
  /** Alerts of the campaign that are in no group. */
  alone: number;
  /** The group with most of its alerts; where two hold as many, neither is enough to be right. */
  main: { inside: number; groupSize: number };
}

export interface Confusion {
  readonly groups: ReadonlyMap<number, Group>;
  readonly campaigns: ReadonlyMap<number, CampaignCount>;
  readonly benignAlone: number;
  readonly alerts: number;
}

/** Counts which alerts of which campaign lie in which group; see `measure` for the two lists. */
export function countConfusion(truth: ArrayLike<number>, labels: ArrayLike<number>): Confusion {
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
      if (inside > counted.main.inside) counted.main = { inside, groupSize: size };
    }
  }
}
