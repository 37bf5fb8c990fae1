import { describe, expect, it } from 'vitest';
import type { StepProgress } from '../../../src/domain/remediation/stepProgress.ts';
import { reasonLimit } from '../../../src/protocol/webviewToHost.ts';
import { reasonLimit as storedReasonLimit, type SetStepOutcome } from '../../../src/services/checklist.ts';
import { decideStep } from '../../../src/services/viewModels/decideStep.ts';
import { stepsOfAlert } from '../../../src/services/stepsOfAlert.ts';
import { anAlert, noon } from '../../builders/alert.ts';

const first = anAlert({ called: 'first', remediationSteps: ['Escalate it.', 'Stop the process.'] });
const second = anAlert({ called: 'second', remediationSteps: ['Escalate it.'] });
const [escalate, stop] = stepsOfAlert(first).map(({ key }) => key);
const panel = { checklistAlerts: [first, second] };

function deciding(outcome: (alertKey: string) => SetStepOutcome = () => ({ kind: 'saved' })) {
  const stored: [string, string, StepProgress][] = [];
  return {
    stored,
    checklists: {
      setStep: (alertKey: string, stepKey: string, progress: StepProgress) => {
        stored.push([alertKey, stepKey, progress]);
        return Promise.resolve(outcome(alertKey));
      },
    },
    clock: { now: () => noon },
    decider: () => 'operator',
  };
}

describe('deciding on a step', () => {
  it('allows reasons of the length that can be stored', () => {
    expect(reasonLimit).toBe(storedReasonLimit);
  });

  it('is stored for every alert that asks for the step, with who and when', async () => {
    const store = deciding();
    const request = {
      type: 'setStep',
      alertKey: first.key,
      stepKey: escalate ?? '',
      state: 'skipped',
      reason: ' told them ',
    } as const;
    expect(await decideStep(request, panel, store)).toBe(true);
    const progress = { state: { kind: 'skipped', reason: 'told them' }, by: 'operator', at: noon };
    expect(store.stored).toEqual([
      [first.key, escalate, progress],
      [second.key, escalate, progress],
    ]);
  });

  it('leaves alone the alerts that do not ask for the step', async () => {
    const store = deciding();
    await decideStep({ type: 'setStep', alertKey: first.key, stepKey: stop ?? '', state: 'done' }, panel, store);
    expect(store.stored.map(([alertKey]) => alertKey)).toEqual([first.key]);
  });

  it('stores nothing for a step or an alert that the panel does not show', async () => {
    const store = deciding();
    expect(await decideStep({ type: 'setStep', alertKey: first.key, stepKey: 'x', state: 'done' }, panel, store)).toBe(
      false,
    );
    expect(await decideStep({ type: 'setStep', alertKey: 'x', stepKey: stop ?? '', state: 'done' }, panel, store)).toBe(
      false,
    );
    expect(store.stored).toEqual([]);
  });

  it('says that it failed when one of the alerts could not be written', async () => {
    const store = deciding((alertKey) =>
      alertKey === second.key ? { kind: 'notSaved', why: 'unwritable' } : { kind: 'saved' },
    );
    expect(
      await decideStep({ type: 'setStep', alertKey: first.key, stepKey: escalate ?? '', state: 'done' }, panel, store),
    ).toBe(false);
  });
});
