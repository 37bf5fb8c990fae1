import type { WorldResult } from './bench.ts';
import { measureTier } from './bench.ts';
import type { TraitCount } from './breakdown.ts';
import { renderTraits } from './breakdown.ts';
import { reportConditions } from './conditionsReport.ts';
import { reportCost } from './cost.ts';
import { dump } from './dump.ts';
import { generate } from './generator/generate.ts';
import type { Tier } from './generator/habits.ts';
import { judgeGoals } from './goals.ts';
import type { Metrics } from './metrics.ts';
import { meanMetrics } from './metrics.ts';
import type { BenchOptions } from './options.ts';
import { readOptions } from './options.ts';
import { reportStream } from './stream.ts';
import type { TableRow } from './table.ts';
import { renderTable } from './table.ts';

// npm run bench:correlation -- [--alerts 100000] [--seed 1] [--seeds 3] [--tiers easy,normal,hard] [--no-baselines]
//   --templates tuning   to develop against; the test templates only judge
//   --breakdown          which kinds of campaign come out right (tuning templates only)
//   --conditions         how it fares where what it learns or takes for granted is missing (use --alerts 20000)
//   --stream             what one more alert costs while --alerts are held (first tier, first seed)
//   --cost               CPU and memory of the command line itself (first tier, first seed)
//   --dump FILE          writes the first world as NDJSON, and FILE.truth, for other tools

/** One line for each method, ours first: means over the worlds of a tier. */
function tableRows(tier: Tier, worlds: readonly WorldResult[]): readonly TableRow[] {
  const byMethod = Map.groupBy(
    worlds.flatMap(({ ours, others }) => [ours, ...others]),
    ({ method }) => method,
  );
  return [...byMethod].map(([method, all]) => ({
    tier,
    method,
    metrics: meanMetrics(all.map(({ metrics }) => metrics)),
    cpu: mean(all.map(({ cpu }) => cpu)),
  }));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Our times against the floor of the same run. */
function costLine(tier: Tier, worlds: readonly WorldResult[]): string {
  const parse = mean(worlds.map(({ parseCpu }) => parseCpu));
  const map = mean(worlds.map(({ mapCpu }) => mapCpu));
  const correlate = mean(worlds.map(({ ours }) => ours.cpu));
  const times = `parse ${parse.toFixed(0)} ms, read ${map.toFixed(0)} ms, correlate ${correlate.toFixed(0)} ms`;
  const ratio = (cpu: number): string => (cpu / parse).toFixed(2);
  return `${tier}: ${times}; correlate : parse ${ratio(correlate)}, all after parse : parse ${ratio(map + correlate)}`;
}

/** @returns true where something of what the engine had come to is lost. */
function reportGoals(tier: Tier, metrics: Metrics): boolean {
  const results = judgeGoals(tier, metrics);
  for (const { goal, value, isReached, isLost } of results) {
    const bound = goal.atLeast === undefined ? `at most ${goal.atMost ?? ''}` : `at least ${goal.atLeast}`;
    console.log(
      `${isReached ? '✔' : '✘'} ${tier} ${goal.name}: ${value.toFixed(4)} (${bound})${isLost ? ' LOST' : ''}`,
    );
  }
  return results.some(({ isLost }) => isLost);
}

function bench(options: BenchOptions): void {
  const traits = new Map<string, TraitCount>();
  const results = options.tiers.map((tier) => {
    return { tier, worlds: [...measureTier(tier, options, options.breakdown ? traits : undefined)] };
  });
  console.log(`${options.alerts} rows, ${options.seeds} worlds for each tier, ${options.templates} templates\n`);
  console.log(`${renderTable(results.flatMap(({ tier, worlds }) => tableRows(tier, worlds)))}\n`);
  for (const { tier, worlds } of results) console.log(costLine(tier, worlds));
  if (options.breakdown) console.log(`\n${renderTraits(traits)}`);
  console.log('');
  const lost = results.map(({ tier, worlds }) =>
    reportGoals(tier, meanMetrics(worlds.map(({ ours }) => ours.metrics))),
  );
  // The goals are set for the test templates; a run on the tuning ones must not fail.
  if (options.templates === 'test' && lost.includes(true)) process.exitCode = 1;
}

async function writeWorld(
  { seed, tiers: [tier = 'normal'], alerts, templates }: BenchOptions,
  file: string,
): Promise<void> {
  const count = await dump(generate({ seed, tier, alerts, templates }), file);
  console.log(`${count} rows in ${file}, the truth beside it in ${file}.truth`);
}

const options = readOptions(process.argv.slice(2));
if (options.dump !== undefined) await writeWorld(options, options.dump);
else if (options.cost) await reportCost(options);
else if (options.stream) reportStream(options);
else if (options.conditions) reportConditions(options);
else bench(options);
