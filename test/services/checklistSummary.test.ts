import { expect, it } from 'vitest';
import type { ChecklistProgress, StepState } from '../../src/domain/remediation/stepProgress.ts';
import { checklistSummary } from '../../src/services/checklistSummary.ts';
import { stepsOfAlert } from '../../src/services/stepsOfAlert.ts';
import { noon } from '../builders/alert.ts';
import { anAlert } from '../builders/alert.ts';

const a = anAlert({ called: 'a', remediationSteps: ['1. Isolate the machine.', '2. Rotate its keys.'] });
const b = anAlert({ called: 'b', remediationSteps: ['Isolate the machine.', 'Read the log.'] });
const [isolate, rotate] = stepsOfAlert(a).map(({ key }) => key);

function decided(...decisions: readonly (readonly [string | undefined, StepState, number?])[]): ChecklistProgress {
  return new Map(decisions.map(([key = '', state, at = noon]) => [key, { state, by: 'me', at }]));
}

function summary(progress: Readonly<Record<string, ChecklistProgress>>) {
  return checklistSummary([a, b], { peek: (key) => progress[key] });
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
  const sealed = new Proxy(a, {
    get: (alert, name) => {
      if (name === 'remediationSteps') throw new Error('looked');
      return Reflect.get(alert, name) as unknown;
    },
  });
  expect(checklistSummary([sealed], { peek: () => undefined })).toBeUndefined();
  expect(checklistSummary([sealed], { peek: () => new Map() })).toBeUndefined();
});

it('counts the nested steps that only one of two alike steps has', () => {
  const short = anAlert({ called: 'short', remediationSteps: ['1. Do this:\n   - One'] });
  const long = anAlert({ called: 'long', remediationSteps: ['1. Do this:\n   - One\n   - Two'] });
  const one = stepsOfAlert(short)[0]?.children[0]?.key;
  const peek = (key: string) => (key === short.key ? decided([one, { kind: 'done' }]) : undefined);
  expect(checklistSummary([short, long], { peek })).toEqual({ done: 1, total: 5 });
});
