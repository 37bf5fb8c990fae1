import type { Alert } from '../domain/alert.ts';
import type { RemediationStep } from '../domain/remediation/step.ts';
import type { ChecklistProgress, StepState } from '../domain/remediation/stepProgress.ts';
import type { ChecklistStore } from './checklist.ts';
import { countSteps } from './checklist.ts';

/** How far somebody got. `done`: steps that need nothing more, which is also true of those skipped with a reason. */
export interface ChecklistSummary {
  readonly done: number;
  readonly total: number;
}

/**
 * Progress over the remediation of one alert or of all alerts of an incident, as their panels count it: a step that
 * several alerts ask for is one. Undefined while nobody has begun, which costs no look at the steps.
 */
export function checklistSummary(
  alerts: readonly Alert[],
  checklists: Pick<ChecklistStore, 'peek'>,
  stepsOf: (alert: Alert) => readonly RemediationStep[],
): ChecklistSummary | undefined {
  const begun = alerts.flatMap(({ key }) => checklists.peek(key) ?? []).filter((progress) => progress.size > 0);
  if (begun.length === 0) return undefined;
  const steps = new Map<string, RemediationStep>();
  for (const step of alerts.flatMap(stepsOf)) if (!steps.has(step.key)) steps.set(step.key, step);
  const { done, skipped, total } = countSteps([...steps.values()], ({ key }) => latestState(begun, key));
  return done + skipped === 0 ? undefined : { done: done + skipped, total };
}

/** A shared step stands as it was decided last, whichever alert's list that was in. */
function latestState(begun: readonly ChecklistProgress[], stepKey: string): StepState | undefined {
  const decisions = begun.flatMap((progress) => progress.get(stepKey) ?? []);
  const [first, ...others] = decisions;
  return first && others.reduce((latest, next) => (next.at > latest.at ? next : latest), first).state;
}
