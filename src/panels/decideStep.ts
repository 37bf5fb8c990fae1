import type { StepState } from '../domain/remediation/stepProgress.ts';
import type { WebviewToHost } from '../protocol/webviewToHost.ts';
import { sharedSteps } from '../services/viewModels/checklistGroups.ts';
import type { BuiltPanel } from '../services/viewModels/builtPanel.ts';
import type { PanelDependencies } from './panelDependencies.ts';

type SetStep = Extract<WebviewToHost, { type: 'setStep' }>;

/**
 * Stores a decision on a step for every alert of the panel that has it. False when any of them could not be stored, or
 * when the panel shows no such step.
 */
export async function decideStep(
  request: SetStep,
  { checklistAlerts }: Pick<BuiltPanel<unknown>, 'checklistAlerts'>,
  { checklists, clock, decider }: Pick<PanelDependencies, 'checklists' | 'clock' | 'decider'>,
): Promise<boolean> {
  const owners = sharedSteps(checklistAlerts, request.stepKey);
  if (!owners.includes(request.alertKey)) return false;
  const progress = { state: stateOf(request), by: decider(), at: clock.now() };
  const outcomes = await Promise.all(owners.map((key) => checklists.setStep(key, request.stepKey, progress)));
  return outcomes.every(({ kind }) => kind === 'saved');
}

function stateOf({ state, reason }: SetStep): StepState {
  return state === 'skipped' ? { kind: 'skipped', reason: (reason ?? '').trim() } : { kind: state };
}
