import type { Tier } from './generator/habits.ts';
import type { Metrics } from './metrics.ts';

export interface Goal {
  readonly tier: Tier;
  readonly name: string;
  readonly value: (metrics: Metrics) => number;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** The figure that the engine has come to; the benchmark fails where more than a little of it is lost. */
  readonly come: number;
}

/** Goals on the test templates at 100,000 alerts, mean of three seeds. */
export const goals: readonly Goal[] = [
  { tier: 'normal', name: 'B-cubed F1', value: ({ bCubed }) => bCubed.f1, atLeast: 0.985, come: 0.956 },
  { tier: 'normal', name: 'false merges', value: ({ falseMerges }) => falseMerges, atMost: 0.005, come: 0.01 },
  { tier: 'normal', name: 'split', value: ({ split }) => split, atMost: 0.05, come: 0.166 },
  { tier: 'normal', name: 'right to 95/95', value: ({ right }) => right, atLeast: 0.85, come: 0.707 },
  { tier: 'hard', name: 'B-cubed F1', value: ({ bCubed }) => bCubed.f1, atLeast: 0.972, come: 0.936 },
  { tier: 'hard', name: 'false merges', value: ({ falseMerges }) => falseMerges, atMost: 0.015, come: 0.017 },
  { tier: 'hard', name: 'split', value: ({ split }) => split, atMost: 0.17, come: 0.385 },
  { tier: 'hard', name: 'right to 95/95', value: ({ right }) => right, atLeast: 0.68, come: 0.505 },
];

/** Seeds vary a little with the engine's order of floating-point sums; a loss is more than this. */
const tolerance = 0.002;

export interface GoalResult {
  readonly goal: Goal;
  readonly value: number;
  readonly isReached: boolean;
  /** Worse than what was come to, by more than the tolerance. */
  readonly isLost: boolean;
}

export function judgeGoals(tier: Tier, metrics: Metrics, all: readonly Goal[] = goals): readonly GoalResult[] {
  return all
    .filter((goal) => goal.tier === tier)
    .map((goal) => {
      const value = goal.value(metrics);
      const { come } = goal;
      const kept = goal.atLeast === undefined ? { atMost: come } : { atLeast: come };
      return { goal, value, isReached: reaches(goal, value, 0), isLost: !reaches(kept, value, tolerance) };
    });
}

/** NaN reaches nothing. */
function reaches(
  { atLeast = -Infinity, atMost = Infinity }: Pick<Goal, 'atLeast' | 'atMost'>,
  value: number,
  slack: number,
): boolean {
  return value >= atLeast - slack && value <= atMost + slack;
}
