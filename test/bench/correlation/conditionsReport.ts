import { measureTier } from './bench.ts';
import { conditionNames } from './generator/conditions.ts';
import type { Tier } from './generator/habits.ts';
import type { Metrics } from './metrics.ts';
import { meanMetrics } from './metrics.ts';
import type { BenchOptions } from './options.ts';

/** Prints how the engine fares under each condition: one line each, then the means and the worst of each tier. */
export function reportConditions(options: BenchOptions): void {
  console.log(`${options.alerts} rows, ${options.seeds} worlds for each condition, ${options.templates} templates\n`);
  for (const tier of options.tiers) reportTier(tier, options);
}

function reportTier(tier: Tier, options: BenchOptions): void {
  const all = conditionNames.map((condition) => {
    const worlds = [...measureTier(tier, { ...options, baselines: false, condition })];
    const metrics = meanMetrics(worlds.map(({ ours }) => ours.metrics));
    console.log(line(tier, condition, metrics));
    return metrics;
  });
  console.log(line(tier, 'MEAN', meanMetrics(all)));
  const worst = Math.min(...all.map(({ right }) => right));
  console.log(`${tier}: right ${percent(worst)} under the worst condition\n`);
}

function line(tier: Tier, name: string, metrics: Metrics): string {
  const { bCubed, falseMerges, split, right, benignGrouped, benignBesideCampaigns, campaigns } = metrics;
  return [
    tier.padEnd(6),
    name.padEnd(16),
    `right ${percent(right)}`,
    `split ${percent(split)}`,
    `false merges ${percent(falseMerges)}`,
    `B3 F1 ${bCubed.f1.toFixed(3)}`,
    `benign grouped ${percent(benignGrouped)}`,
    `beside campaigns ${percent(benignBesideCampaigns)}`,
    `of ${campaigns.toFixed(0)} campaigns`,
  ].join('  ');
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1).padStart(5)}%`;
}
