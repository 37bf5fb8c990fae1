import type { Alert, AlertKey } from '../../domain/alert.ts';
import { displayLabel, displayText } from '../../domain/displayText.ts';
import type { MergedStep, StepGroup } from '../../domain/remediation/mergeSteps.ts';
import { mergedProgress, mergeSteps } from '../../domain/remediation/mergeSteps.ts';
import type { RemediationStep } from '../../domain/remediation/step.ts';
import type { StepProgress } from '../../domain/remediation/stepProgress.ts';
import type { ChecklistGroup, ChecklistModel, StepModel } from '../../protocol/checklistModel.ts';
import { countSteps } from '../checklist.ts';
import { stepsOfAlert } from '../stepsOfAlert.ts';
import type { PanelActionTable } from './panelActions.ts';
import type { PanelContext } from './panelContext.ts';
import { severityOfAlert } from './severityOf.ts';
import { stepBlockModel } from './stepBlockModel.ts';

/** What turning merged steps into rows needs besides the steps. */
interface RowSources {
  readonly alerts: ReadonlyMap<AlertKey, Alert>;
  readonly context: PanelContext;
  readonly actions: PanelActionTable;
}

/**
 * The checklist of one alert or of all alerts of an incident. A step that several alerts ask for is shown once, under
 * the first of them, and names the others; deciding on it decides for all (`sharedSteps`).
 */
export function checklistModelOf(
  alerts: readonly Alert[],
  context: PanelContext,
  actions: PanelActionTable,
): ChecklistModel {
  const sources: RowSources = { alerts: new Map(alerts.map((alert) => [alert.key, alert])), context, actions };
  const merged = mergeSteps(alerts.map((alert) => ({ alertKey: alert.key, steps: stepsOfAlert(alert) })));
  const groups = merged.flatMap((group) => groupModel(group, sources) ?? []);
  const steps = groups.flatMap((group) => group.steps);
  return { groups, ...countSteps(steps, stateOf) };
}

/** The alerts among the given ones whose remediation has this step; progress is stored for each of them. */
export function sharedSteps(alerts: readonly Alert[], stepKey: string): readonly AlertKey[] {
  return alerts.filter((alert) => hasStep(stepsOfAlert(alert), stepKey)).map(({ key }) => key);
}

function hasStep(steps: readonly RemediationStep[], key: string): boolean {
  return steps.some((step) => step.key === key || hasStep(step.children, key));
}

function groupModel({ alertKey, steps }: StepGroup, sources: RowSources): ChecklistGroup | undefined {
  const alert = sources.alerts.get(alertKey);
  if (alert === undefined) return undefined;
  const models = steps.map((step) => stepModel(alertKey, step, sources));
  const { done, skipped, total } = countSteps(models, stateOf);
  return {
    alertKey,
    title: displayLabel(alert.displayName),
    severity: severityOfAlert(alert),
    steps: models,
    decided: done + skipped,
    total,
  };
}

function stateOf(step: StepModel): StepProgress['state'] {
  return step.state === 'skipped' ? { kind: 'skipped', reason: step.reason ?? '' } : { kind: step.state };
}

function stepModel(alertKey: AlertKey, merged: MergedStep, sources: RowSources): StepModel {
  const { alerts, context, actions } = sources;
  const progress = mergedProgress(merged, (key) => context.progressOf(key));
  const others = merged.alertKeys.filter((key) => key !== alertKey).flatMap((key) => alerts.get(key) ?? []);
  return {
    alertKey,
    stepKey: merged.step.key,
    state: progress?.state.kind ?? 'toDo',
    ...decision(progress),
    blocks: merged.step.blocks.map((block) => stepBlockModel(block, actions)),
    alsoIn: others.map(({ displayName }) => displayLabel(displayName)),
    children: merged.children.map((child) => ({ ...stepModel(alertKey, child, sources), alsoIn: [] })),
  };
}

function decision(progress: StepProgress | undefined): { reason?: string; by?: string; at?: number } {
  if (progress === undefined || progress.state.kind === 'toDo') return {};
  const who = { by: displayLabel(progress.by), at: progress.at };
  return progress.state.kind === 'skipped' ? { ...who, reason: displayText(progress.state.reason) } : who;
}
