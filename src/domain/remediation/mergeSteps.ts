import type { AlertKey } from '../alert.ts';
import type { RemediationStep } from './step.ts';
import { type ChecklistProgress, laterProgress, type StepProgress } from './stepProgress.ts';

/** The steps of one alert, as `normalizeRemediation` gave them. */
export interface AlertSteps {
  readonly alertKey: AlertKey;
  readonly steps: readonly RemediationStep[];
}

/** A step of an incident's checklist. */
export interface MergedStep {
  readonly step: RemediationStep;
  /** Every alert that asks for this step, the one that it is shown under first. A decision is stored for each. */
  readonly alertKeys: readonly AlertKey[];
  readonly children: readonly MergedStep[];
}

/** What one alert adds to an incident's checklist; alerts that add nothing have no group. */
export interface StepGroup {
  readonly alertKey: AlertKey;
  readonly steps: readonly MergedStep[];
}

/**
 * The steps of an incident's alerts as one checklist, grouped by alert in the given order. A step that several alerts
 * ask for is shown once, under the first of them. Only a step whose whole nested list is the same counts as the same:
 * otherwise the items that only a later alert has would be lost.
 */
export function mergeSteps(perAlert: readonly AlertSteps[]): readonly StepGroup[] {
  const askers = new Map<string, AlertKey[]>();
  for (const { alertKey, steps } of perAlert) {
    for (const step of steps) {
      const identity = treeIdentity(step);
      const known = askers.get(identity);
      if (known === undefined) askers.set(identity, [alertKey]);
      else if (!known.includes(alertKey)) known.push(alertKey);
    }
  }
  return perAlert.flatMap(({ alertKey, steps }) => {
    const own = steps.flatMap((step) => {
      const alertKeys = askers.get(treeIdentity(step)) ?? [];
      return alertKeys[0] === alertKey ? [merged(step, alertKeys)] : [];
    });
    return own.length === 0 ? [] : [{ alertKey, steps: own }];
  });
}

/** The decision to show for a shared step: the latest that was made for any of its alerts. */
export function mergedProgress(
  { step, alertKeys }: MergedStep,
  progressOf: (alertKey: AlertKey) => ChecklistProgress,
): StepProgress | undefined {
  return alertKeys
    .flatMap((alertKey) => progressOf(alertKey).get(step.key) ?? [])
    .reduce<StepProgress | undefined>(
      (latest, next) => (latest === undefined ? next : laterProgress(latest, next)),
      undefined,
    );
}

function merged(step: RemediationStep, alertKeys: readonly AlertKey[]): MergedStep {
  return { step, alertKeys, children: step.children.map((child) => merged(child, alertKeys)) };
}

function treeIdentity(step: RemediationStep): string {
  return step.children.length === 0 ? step.key : `${step.key}(${step.children.map(treeIdentity).join()})`;
}
