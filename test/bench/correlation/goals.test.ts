import { expect, it } from 'vitest';
import type { Goal } from './goals.ts';
import { goals, judgeGoals } from './goals.ts';
import { measure } from './metrics.ts';

const perfect = measure([0, 0, 1, 1, -1], [1, 1, 2, 2, -1]);
const poor = measure([0, 0, 1, 1, -1], [-1, -1, 2, 2, -1]);
const met = goals.map((goal): Goal => ({ ...goal, met: true }));
const unmet = goals.map((goal): Goal => ({ ...goal, met: false }));

it('loses no goal that was never met', () => {
  expect(judgeGoals('normal', poor, unmet).map(({ isLost }) => isLost)).toEqual([false, false, false, false]);
});

it('loses a goal that was met, beyond a small tolerance', () => {
  expect(judgeGoals('normal', perfect, met).filter(({ isLost }) => isLost)).toEqual([]);
  expect(judgeGoals('normal', poor, met).flatMap(({ goal, isLost }) => (isLost ? [goal.name] : []))).toEqual([
    'B-cubed F1',
    'split',
    'right to 95/95',
  ]);
  expect(judgeGoals('normal', { ...perfect, right: 0.849 }, met).some(({ isLost }) => isLost)).toBe(false);
  expect(judgeGoals('normal', { ...perfect, right: 0.849 }, met).some(({ isReached }) => !isReached)).toBe(true);
});

it('does not take a figure that could not be computed for a goal reached', () => {
  expect(judgeGoals('hard', { ...perfect, right: NaN }, met).some(({ isLost }) => isLost)).toBe(true);
});
