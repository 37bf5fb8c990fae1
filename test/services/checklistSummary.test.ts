import { expect, it } from 'vitest';
import type { ChecklistProgress, StepState } from '../../src/domain/remediation/stepProgress.ts';
import { checklistSummary } from '../../src/services/checklistSummary.ts';
import { rememberSteps } from '../../src/services/rememberSteps.ts';
import { noon } from '../builders/alert.ts';
import { anAlert } from '../builders/alert.ts';

const stepsOf = rememberSteps();
const a = anAlert({ called: 'a', remediationSteps: ['1. Isolate the machine.', '2. Rotate its keys.'] });
const b = anAlert({ called: 'b', remediationSteps: ['Isolate the machine.', 'Read the log.'] });
const [isolate, rotate] = stepsOf(a).map(({ key }) => key);

function decided(...decisions: readonly (readonly [string | undefined, StepState, number?])[]): ChecklistProgress {
  return new Map(decisions.map(([key = '', state, at = noon]) => [key, { state, by: 'me', at }]));
}

function summary(progress: Readonly<Record<string, ChecklistProgress>>) {
  return checklistSummary([a, b], { peek: (key) => progress[key] }, stepsOf);
}

it('counts a step that two alerts ask for once', () => {
  expect(summary({ [a.key]: decided([isolate, { kind: 'done' }]) })).toEqual({ done: 1, total: 3 });
});

it('counts a step that was skipped with a reason as needing nothing more', () => {
  expect(summary({ [a.key]: decided([rotate, { kind: 'skipped', reason: 'no keys' }]) })).toEqual({
    done: 1,
    total: 3,
  });
});

it('lets the newest decision on a shared step stand', () => {
  const progress = {
    [a.key]: decided([isolate, { kind: 'done' }, noon], [rotate, { kind: 'done' }]),
    [b.key]: decided([isolate, { kind: 'toDo' }, noon + 1]),
  };
  expect(summary(progress)).toEqual({ done: 1, total: 3 });
});

it('is silent until somebody begins, and looks at no step before', () => {
  const never = () => {
    throw new Error('looked');
  };
  expect(checklistSummary([a], { peek: () => undefined }, never)).toBeUndefined();
  expect(checklistSummary([a], { peek: () => new Map() }, never)).toBeUndefined();
});
