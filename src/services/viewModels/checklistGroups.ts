import type { Alert, AlertKey } from '../../domain/alert.ts';
import { assertNever } from '../../domain/assertNever.ts';
import { displayLabel, displayText } from '../../domain/displayText.ts';
import type { RemediationStep, StepBlock, TextFragment } from '../../domain/remediation/step.ts';
import { laterProgress, type StepProgress } from '../../domain/remediation/stepProgress.ts';
import type {
  ChecklistGroup,
  ChecklistModel,
  StepBlockModel,
  StepModel,
  TextFragmentModel,
} from '../../protocol/checklistModel.ts';
import { countSteps } from '../checklist.ts';
import type { PanelActionTable } from './panelActions.ts';
import type { PanelContext } from './panelContext.ts';
import { severityOfAlert } from './severityOf.ts';
import { stepsOfAlert } from './stepsOfAlert.ts';

/**
 * The checklist of one alert or of all alerts of an incident. A step that several alerts ask for is shown once, under
 * the first of them, and names the others; deciding on it decides for all (`sharedSteps`).
 */
export function checklistModelOf(
  alerts: readonly Alert[],
  context: PanelContext,
  actions: PanelActionTable,
): ChecklistModel {
  const owners = ownersOf(alerts);
  const groups = alerts.flatMap((alert) => {
    const steps = stepsOfAlert(alert).filter((step) => owners.get(step.key)?.[0] === alert);
    return steps.length === 0 ? [] : [group(alert, steps, owners, context, actions)];
  });
  const counts = countSteps(
    groups.flatMap(({ steps }) => steps),
    stateOf,
  );
  return { groups, done: counts.done, skipped: counts.skipped, total: counts.total };
}

/** The alerts among the given ones whose remediation has this step; progress is stored for each of them. */
export function sharedSteps(alerts: readonly Alert[], stepKey: string): readonly AlertKey[] {
  return alerts.filter((alert) => hasStep(stepsOfAlert(alert), stepKey)).map(({ key }) => key);
}

function hasStep(steps: readonly RemediationStep[], key: string): boolean {
  return steps.some((step) => step.key === key || hasStep(step.children, key));
}

function ownersOf(alerts: readonly Alert[]): ReadonlyMap<string, readonly Alert[]> {
  const owners = new Map<string, Alert[]>();
  for (const alert of alerts) {
    for (const { key } of stepsOfAlert(alert)) {
      const list = owners.get(key);
      if (list === undefined) owners.set(key, [alert]);
      else if (!list.includes(alert)) list.push(alert);
    }
  }
  return owners;
}

function group(
  alert: Alert,
  steps: readonly RemediationStep[],
  owners: ReadonlyMap<string, readonly Alert[]>,
  context: PanelContext,
  actions: PanelActionTable,
): ChecklistGroup {
  const models = steps.map((step) => {
    const others = (owners.get(step.key) ?? []).filter((owner) => owner !== alert);
    return stepModel(alert, step, others, context, actions);
  });
  const { done, skipped, total } = countSteps(models, stateOf);
  return {
    alertKey: alert.key,
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

function stepModel(
  alert: Alert,
  step: RemediationStep,
  others: readonly Alert[],
  context: PanelContext,
  actions: PanelActionTable,
): StepModel {
  const progress = latest([alert, ...others].map(({ key }) => context.progressOf(key).get(step.key)));
  return {
    alertKey: alert.key,
    stepKey: step.key,
    state: progress?.state.kind ?? 'toDo',
    ...decision(progress),
    blocks: step.blocks.map((block) => blockModel(block, actions)),
    alsoIn: others.map(({ displayName }) => displayLabel(displayName)),
    children: step.children.map((child) => stepModel(alert, child, others, context, actions)),
  };
}

/** A shared step shows the newest decision, whichever alert's panel it was made in. */
function latest(list: readonly (StepProgress | undefined)[]): StepProgress | undefined {
  const decided = list.filter((progress) => progress !== undefined);
  return decided.length === 0 ? undefined : decided.reduce(laterProgress);
}

function decision(progress: StepProgress | undefined): { reason?: string; by?: string; at?: number } {
  if (progress === undefined || progress.state.kind === 'toDo') return {};
  const who = { by: displayLabel(progress.by), at: progress.at };
  return progress.state.kind === 'skipped' ? { ...who, reason: displayText(progress.state.reason) } : who;
}

function blockModel(block: StepBlock, actions: PanelActionTable): StepBlockModel {
  switch (block.kind) {
    case 'text':
      return {
        kind: 'text',
        fragments: block.fragments.map((fragment) => fragmentModel(fragment, actions)),
      };
    case 'command':
      return { kind: 'command', text: displayText(block.text), copyId: actions.copy(block.text) };
    case 'link':
      return { kind: 'link', link: actions.link(block.label, block.href) };
    default:
      return assertNever(block);
  }
}

function fragmentModel(fragment: TextFragment, actions: PanelActionTable): TextFragmentModel {
  switch (fragment.kind) {
    case 'plain':
      return { kind: 'plain', text: displayText(fragment.text) };
    case 'placeholder':
      return { kind: 'placeholder', name: displayLabel(fragment.name) };
    case 'link':
      return { kind: 'link', link: actions.link(fragment.label, fragment.href) };
    case 'code':
      return { kind: 'code', text: displayText(fragment.text) };
    default:
      return assertNever(fragment);
  }
}
