import { describe, expect, it } from 'vitest';
import {
  type AlertSteps,
  type MergedStep,
  mergedProgress,
  mergeSteps,
} from '../../../src/domain/remediation/mergeSteps.ts';
import { normalizeRemediation } from '../../../src/domain/remediation/normalizeRemediation.ts';
import type { ChecklistProgress } from '../../../src/domain/remediation/stepProgress.ts';
import { stepText } from '../../../src/domain/remediation/stepText.ts';

function alertSteps(alertKey: string, ...steps: string[]): AlertSteps {
  return { alertKey, steps: normalizeRemediation(steps) };
}

function outline(groups: ReturnType<typeof mergeSteps>): unknown {
  const line = ({ step, alertKeys, children }: MergedStep): unknown => [
    stepText(step),
    alertKeys.join(),
    ...(children.length === 0 ? [] : [children.map(line)]),
  ];
  return Object.fromEntries(groups.map(({ alertKey, steps }) => [alertKey, steps.map(line)]));
}

describe('the checklist of an incident', () => {
  it('shows a step of several alerts once, under the first, with all that ask for it', () => {
    const groups = mergeSteps([
      alertSteps('a', '1. Isolate the host.', '2. Rotate keys.'),
      alertSteps('b', '• Rotate keys', '• Close the port'),
      alertSteps('c', 'ROTATE KEYS!', 'Isolate the host'),
    ]);
    expect(outline(groups)).toEqual({
      a: [
        ['Isolate the host.', 'a,c'],
        ['Rotate keys.', 'a,b,c'],
      ],
      b: [['Close the port', 'b']],
    });
  });

  it('keeps steps apart whose nested lists differ, so that no item is lost', () => {
    const groups = mergeSteps([
      alertSteps('a', 'Do this:\n1. One'),
      alertSteps('b', 'Do this:\n1. One\n2. Two'),
      alertSteps('c', 'Do this:\n1) one'),
    ]);
    expect(outline(groups)).toEqual({
      a: [['Do this:', 'a,c', [['One', 'a,c']]]],
      b: [
        [
          'Do this:',
          'b',
          [
            ['One', 'b'],
            ['Two', 'b'],
          ],
        ],
      ],
    });
  });

  it('keeps repeats within one alert, and an alert given twice counts once', () => {
    const steps = alertSteps('a', 'Wait.', 'Wait.');
    expect(outline(mergeSteps([steps]))).toEqual({
      a: [
        ['Wait.', 'a'],
        ['Wait.', 'a'],
      ],
    });
    expect(mergeSteps([alertSteps('a', 'Wait.'), alertSteps('a', 'Wait.')])[0]?.steps[0]?.alertKeys).toEqual(['a']);
  });

  it('shows the latest decision made for any of the alerts', () => {
    const [group] = mergeSteps([alertSteps('a', 'Wait.'), alertSteps('b', 'Wait.')]);
    const shared = group!.steps[0]!;
    const progress: Record<string, ChecklistProgress> = {
      a: new Map([[shared.step.key, { state: { kind: 'done' }, by: 'ada', at: 1 }]]),
      b: new Map([[shared.step.key, { state: { kind: 'skipped', reason: 'r' }, by: 'bob', at: 2 }]]),
    };
    expect(mergedProgress(shared, (alertKey) => progress[alertKey]!)?.by).toBe('bob');
    expect(mergedProgress(shared, () => new Map())).toBeUndefined();
  });

  it('has nothing for alerts without steps', () => {
    expect(mergeSteps([alertSteps('a'), alertSteps('b', '')])).toEqual([]);
  });
});
