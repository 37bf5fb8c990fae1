import type { StepState } from '../../domain/remediation/stepProgress.ts';
import type { WebviewToHost } from '../../protocol/webviewToHost.ts';
import type { ChecklistStore } from '../checklist.ts';
import type { Clock } from '../ports.ts';
import type { BuiltPanel } from './builtPanel.ts';
import { sharedSteps } from './checklistGroups.ts';

type SetStep = Extract<WebviewToHost, { type: 'setStep' }>;

interface Deciding {
  readonly checklists: Pick<ChecklistStore, 'setStep'>;
  readonly clock: Clock;
  /** The account or operating-system user who decides. */
  decider(): string;
}

/**
 * Stores a decision on a step for every alert of the panel that has it. False when any of them could not be stored, or
 * when the panel shows no such step.
 */
export async function decideStep(
  request: SetStep,
  { checklistAlerts }: Pick<BuiltPanel<unknown>, 'checklistAlerts'>,
  deciding: Deciding,
): Promise<boolean> {
  const owners = sharedSteps(checklistAlerts, request.stepKey);
  if (!owners.includes(request.alertKey)) return false;
  const progress = { state: stateOf(request), by: deciding.decider(), at: deciding.clock.now() };
  const outcomes = await Promise.all(
    owners.map((alertKey) => deciding.checklists.setStep(alertKey, request.stepKey, progress)),
  );
  return outcomes.every(({ kind }) => kind === 'saved');
}

function stateOf({ state, reason }: SetStep): StepState {
  return state === 'skipped' ? { kind: 'skipped', reason: (reason ?? '').trim() } : { kind: state };
}
