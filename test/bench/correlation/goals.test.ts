import { expect, it } from 'vitest';
import type { Goal } from './goals.ts';
import { goals, judgeGoals } from './goals.ts';
import { measure } from './metrics.ts';

const perfect = measure([0, 0, 1, 1, -1], [1, 1, 2, 2, -1]);
const poor = measure([0, 0, 1, 1, -1], [-1, -1, 2, 2, -1]);
/** As if the engine had come to each goal. */
const reached = goals.map((goal): Goal => ({ ...goal, come: goal.atLeast ?? goal.atMost ?? NaN }));

it('loses what the engine had come to, beyond a small tolerance', () => {
  expect(judgeGoals('normal', perfect, reached).filter(({ isLost }) => isLost)).toEqual([]);
  expect(judgeGoals('normal', poor, reached).flatMap(({ goal, isLost }) => (isLost ? [goal.name] : []))).toEqual([
    'B-cubed F1',
    'split',
    'right to 95/95',
  ]);
  expect(judgeGoals('normal', { ...perfect, right: 0.849 }, reached).some(({ isLost }) => isLost)).toBe(false);
  expect(judgeGoals('normal', { ...perfect, right: 0.849 }, reached).some(({ isReached }) => !isReached)).toBe(true);
});

it('loses nothing where a goal is missed by as much as before', () => {
  const before = goals.filter(({ name }) => name === 'right to 95/95').map((goal): Goal => ({ ...goal, come: 0.7 }));
  expect(judgeGoals('normal', { ...perfect, right: 0.7 }, before)).toMatchObject([{ isReached: false, isLost: false }]);
  expect(judgeGoals('normal', { ...perfect, right: 0.69 }, before)).toMatchObject([{ isReached: false, isLost: true }]);
});

it('does not take a figure that could not be computed for a goal reached', () => {
  expect(judgeGoals('hard', { ...perfect, right: NaN }, reached).some(({ isLost }) => isLost)).toBe(true);
});
