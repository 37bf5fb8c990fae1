import type { Survey } from './survey.ts';
import { judgeCampaigns } from './metrics.ts';

/** Campaigns of one trait, and how they came out. */
export interface TraitCount {
  readonly trait: string;
  campaigns: number;
  right: number;
  split: number;
}

const dimensions = ['template', 'link', 'pace', 'situation'] as const;

/** Counts by each part of the campaigns' names, which say what kind of campaign each is. */
export function countTraits(
  counts: Map<string, TraitCount>,
  { truth, campaigns }: Survey,
  labels: ArrayLike<number>,
): void {
  for (const [campaign, { isRight, isSplit }] of judgeCampaigns(truth, labels)) {
    const parts = campaigns[campaign]?.split(' ') ?? [];
    dimensions.forEach((dimension, index) => {
      const trait = `${dimension} ${parts[index] ?? ''}`;
      const count = counts.get(trait) ?? { trait, campaigns: 0, right: 0, split: 0 };
      counts.set(trait, count);
      count.campaigns += 1;
      count.right += Number(isRight);
      count.split += Number(isSplit);
    });
  }
}

export function renderTraits(counts: ReadonlyMap<string, TraitCount>): string {
  const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(0)}%`.padStart(5);
  return [...counts.values()]
    .sort((a, b) => (a.trait < b.trait ? -1 : 1))
    .map(({ trait, campaigns, right, split }) => {
      return `${trait.padEnd(36)} ${String(campaigns).padStart(6)}  right ${percent(right, campaigns)}  split ${percent(split, campaigns)}`;
    })
    .join('\n');
}
