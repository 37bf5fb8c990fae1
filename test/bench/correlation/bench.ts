import { groupByTruth } from './baselines/ceiling.ts';
import { baselines } from './baselines/index.ts';
import type { TraitCount } from './breakdown.ts';
import { countTraits } from './breakdown.ts';
import { cpuSince, Deliveries } from './deliveries.ts';
import type { Tier } from './generator/habits.ts';
import type { Metrics } from './metrics.ts';
import { measure } from './metrics.ts';
import type { BenchOptions } from './options.ts';
import { groupOurs } from './ours.ts';
import type { Survey } from './survey.ts';
import { surveyDeliveries } from './survey.ts';

/** What one method made of one world. */
interface Measured {
  readonly method: string;
  readonly metrics: Metrics;
  /** CPU milliseconds of the grouping alone, after reading. */
  readonly cpu: number;
}

export interface WorldResult {
  readonly ours: Measured;
  readonly others: readonly Measured[];
  /** CPU milliseconds of JSON.parse over all rows: the floor that our own times are held against. */
  readonly parseCpu: number;
  /** CPU milliseconds of our engine from parsed rows to what it correlates. */
  readonly mapCpu: number;
}

/** Measures the worlds of one tier, one after the other; counts the traits of our campaigns where asked to. */
export function* measureTier(
  tier: Tier,
  { alerts, seed, seeds, templates, condition = 'plain', baselines: withBaselines }: BenchOptions,
  traits?: Map<string, TraitCount>,
): Generator<WorldResult, undefined> {
  for (let world = seed; world < seed + seeds; world += 1) {
    const deliveries = new Deliveries({ seed: world, tier, alerts, templates, condition });
    const survey = surveyDeliveries(deliveries, withBaselines);
    const others = withBaselines ? measureBaselines(survey) : [];
    yield { ...measureOurs(deliveries, survey, traits), others };
  }
  return undefined;
}

function measureOurs(
  deliveries: Deliveries,
  survey: Survey,
  traits: Map<string, TraitCount> | undefined,
): Omit<WorldResult, 'others'> {
  const before = process.cpuUsage();
  const { labels, correlateCpu } = groupOurs(deliveries);
  const mapCpu = cpuSince(before) - correlateCpu - deliveries.makingCpu;
  const judgedLabels = survey.judged.map((position) => labels[position] ?? -1);
  if (traits) countTraits(traits, survey, judgedLabels);
  const ours = { method: 'ours', metrics: measure(survey.truth, judgedLabels), cpu: correlateCpu };
  return { ours, parseCpu: deliveries.parseCpu, mapCpu };
}

function measureBaselines({ facts, truth }: Survey): readonly Measured[] {
  const ceiling = { name: 'ceiling (knows the truth)', group: () => groupByTruth(facts, truth) };
  return [...baselines, ceiling].map(({ name, group }) => {
    const before = process.cpuUsage();
    const labels = group(facts);
    return { method: name, cpu: cpuSince(before), metrics: measure(truth, labels) };
  });
}
