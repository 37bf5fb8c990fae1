import { baselines } from './baselines/index.ts';
import { groupByTruth } from './baselines/ceiling.ts';
import type { Corpus } from './corpus.ts';
import { buildCorpus } from './corpus.ts';
import { dump } from './dump.ts';
import { readFacts } from './facts.ts';
import { generate } from './generator/generate.ts';
import type { Tier } from './generator/habits.ts';
import { judgeGoals } from './goals.ts';
import type { Metrics } from './metrics.ts';
import { measure } from './metrics.ts';
import type { BenchOptions } from './options.ts';
import { readOptions } from './options.ts';
import { groupOurs } from './ours.ts';
import type { TableRow } from './table.ts';
import { meanMetrics, renderTable } from './table.ts';

interface Measured {
  readonly method: string;
  readonly metrics: Metrics;
  readonly cpu: number;
}

interface WorldResult {
  readonly measured: readonly Measured[];
  readonly parseCpu: number;
  readonly mapCpu: number;
}

const ours = 'ours';

function cpuOf<T>(work: () => T): readonly [T, number] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
}

function measureWorld(corpus: Corpus, withBaselines: boolean): WorldResult {
  const { rows, judged, truth, parseCpu } = corpus;
  const { labels, mapCpu, correlateCpu } = groupOurs(rows);
  const judgedLabels = judged.map((index) => labels[index] ?? -1);
  const measured: Measured[] = [{ method: ours, metrics: measure(truth, judgedLabels), cpu: correlateCpu }];
  if (withBaselines) measured.push(...measureBaselines(corpus));
  return { measured, parseCpu, mapCpu };
}

function measureBaselines({ rows, judged, truth }: Corpus): readonly Measured[] {
  const facts = readFacts(judged.flatMap((index) => rows[index] ?? []));
  const ceiling = { name: 'ceiling (knows the truth)', group: () => groupByTruth(facts, truth) };
  return [...baselines, ceiling].map(({ name, group }) => {
    const [labels, cpu] = cpuOf(() => group(facts));
    return { method: name, metrics: measure(truth, labels), cpu };
  });
}

function measureTier(
  tier: Tier,
  { alerts, seeds, templates, baselines: withBaselines }: BenchOptions,
): readonly WorldResult[] {
  return Array.from({ length: seeds }, (_, index) =>
    measureWorld(buildCorpus(generate({ seed: index + 1, tier, alerts, templates })), withBaselines),
  );
}

function tableRows(tier: Tier, worlds: readonly WorldResult[]): readonly TableRow[] {
  const methods = worlds[0]?.measured.map(({ method }) => method) ?? [];
  return methods.map((method) => {
    const all = worlds.flatMap(({ measured }) => measured.filter((each) => each.method === method));
    return {
      tier,
      method,
      metrics: meanMetrics(all.map(({ metrics }) => metrics)),
      cpu: mean(all.map(({ cpu }) => cpu)),
    };
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Ours against the floor of the same run: the CPU time of JSON.parse over the same rows. */
function costLine(tier: Tier, worlds: readonly WorldResult[], row: TableRow | undefined): string {
  const parse = mean(worlds.map(({ parseCpu }) => parseCpu));
  const map = mean(worlds.map(({ mapCpu }) => mapCpu));
  const correlateCpu = row?.cpu ?? NaN;
  const ratios = `correlate : parse ${(correlateCpu / parse).toFixed(2)}, all after parse : parse ${((map + correlateCpu) / parse).toFixed(2)}`;
  return `${tier}: parse ${parse.toFixed(0)} ms, map ${map.toFixed(0)} ms, correlate ${correlateCpu.toFixed(0)} ms; ${ratios}`;
}

function reportGoals(tier: Tier, metrics: Metrics | undefined): boolean {
  if (metrics === undefined) return false;
  const results = judgeGoals(tier, metrics);
  for (const { goal, value, isReached, isLost } of results) {
    const bound = goal.atLeast === undefined ? `at most ${goal.atMost ?? ''}` : `at least ${goal.atLeast}`;
    console.log(
      `${isReached ? '✔' : '✘'} ${tier} ${goal.name}: ${value.toFixed(4)} (${bound})${isLost ? ' LOST' : ''}`,
    );
  }
  return results.some(({ isLost }) => isLost);
}

const options = readOptions(process.argv.slice(2));
const { alerts, templates, tiers: chosen } = options;
if (options.dump === undefined) {
  const results = chosen.map((tier) => ({ tier, worlds: measureTier(tier, options) }));
  const rows = results.flatMap(({ tier, worlds }) => tableRows(tier, worlds));
  const oursOf = (tier: Tier): TableRow | undefined => rows.find((row) => row.tier === tier && row.method === ours);
  console.log(`${alerts} rows, ${options.seeds} seeds, ${templates} templates\n\n${renderTable(rows)}\n`);
  for (const { tier, worlds } of results) console.log(costLine(tier, worlds, oursOf(tier)));
  console.log('');
  const lost = chosen.map((tier) => reportGoals(tier, oursOf(tier)?.metrics));
  // Goals are set for the test templates; a look at the tuning ones must not fail.
  if (templates === 'test' && lost.includes(true)) process.exitCode = 1;
} else {
  const [tier = 'normal'] = chosen;
  const count = await dump(generate({ seed: options.seeds, tier, alerts, templates }), options.dump);
  console.log(`${count} rows in ${options.dump}, the truth beside it in ${options.dump}.truth`);
}
