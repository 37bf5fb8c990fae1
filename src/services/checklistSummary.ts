import type { Alert } from '../domain/alert.ts';
import { mergedProgress, mergeSteps } from '../domain/remediation/mergeSteps.ts';
import type { ChecklistProgress } from '../domain/remediation/stepProgress.ts';
import type { ChecklistStore } from './checklist.ts';
import { countSteps } from './checklist.ts';
import { stepsOfAlert } from './stepsOfAlert.ts';

/** How far somebody got. `done`: steps that need nothing more, which is also true of those skipped with a reason. */
export interface ChecklistSummary {
  readonly done: number;
  readonly total: number;
}

const untouched: ChecklistProgress = new Map();

/**
 * Progress over the remediation of one alert or of all alerts of an incident, counted as their panels count it.
 * Undefined while nobody has begun, which costs no look at the steps.
 */
export function checklistSummary(
  alerts: readonly Alert[],
  checklists: Pick<ChecklistStore, 'peek'>,
): ChecklistSummary | undefined {
  if (!alerts.some(({ key }) => (checklists.peek(key)?.size ?? 0) > 0)) return undefined;
  const merged = mergeSteps(alerts.map((alert) => ({ alertKey: alert.key, steps: stepsOfAlert(alert) })));
  const { done, skipped, total } = countSteps(
    merged.flatMap(({ steps }) => steps),
    (step) => mergedProgress(step, (key) => checklists.peek(key) ?? untouched)?.state,
  );
  return done + skipped === 0 ? undefined : { done: done + skipped, total };
}
