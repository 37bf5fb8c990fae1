import { parseArgs } from 'node:util';
import type { ConditionName } from './generator/conditions.ts';
import { tiers } from './generator/habits.ts';
import type { Tier } from './generator/habits.ts';

export interface BenchOptions {
  readonly alerts: number;
  /** Worlds per tier; figures are their means. */
  readonly seeds: number;
  /** Seed of the first world; the others follow it. */
  readonly seed: number;
  readonly tiers: readonly Tier[];
  readonly templates: 'tuning' | 'test';
  readonly baselines: boolean;
  /** Show which kinds of campaign come out right. */
  readonly breakdown: boolean;
  /** Measure under every condition of `generator/conditions.ts`. */
  readonly conditions: boolean;
  /** The one that the worlds are under; as their tier draws them where absent. */
  readonly condition?: ConditionName;
  /** Measure CPU and memory of the command line. */
  readonly cost: boolean;
  /** Measure what one more alert costs when all others are held. */
  readonly stream: boolean;
  /** Write the first world to this file instead of measuring. */
  readonly dump?: string;
}

export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      alerts: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string', default: '3' },
      tiers: { type: 'string', default: 'normal,hard' },
      templates: { type: 'string', default: 'test' },
      baselines: { type: 'boolean', default: true },
      breakdown: { type: 'boolean', default: false },
      conditions: { type: 'boolean', default: false },
      cost: { type: 'boolean', default: false },
      stream: { type: 'boolean', default: false },
      dump: { type: 'string' },
    },
  });
  if (values.breakdown && values.templates === 'test') {
    throw new Error(
      '--breakdown needs --templates tuning: who looks into the test templates has none left to be judged by',
    );
  }
  return {
    alerts: positive('alerts', values.alerts),
    seed: positive('seed', values.seed),
    seeds: positive('seeds', values.seeds),
    tiers: values.tiers.split(',').map((name) => oneOf('tiers', name, tiers)),
    templates: oneOf('templates', values.templates, ['tuning', 'test']),
    baselines: values.baselines,
    breakdown: values.breakdown,
    conditions: values.conditions,
    cost: values.cost,
    stream: values.stream,
    ...(values.dump === undefined ? {} : { dump: values.dump }),
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value <= 0) throw new Error(`--${name} takes a positive whole number, not "${text}"`);
  return value;
}

function oneOf<T extends string>(name: string, text: string, known: readonly T[]): T {
  const value = known.find((each) => each === text);
  if (value === undefined) throw new Error(`--${name} takes ${known.join(', ')}, not "${text}"`);
  return value;
}
