import type { Alert } from '../../../domain/alert.ts';
import { assertNever } from '../../../domain/assertNever.ts';
import { displayLabel, displayText } from '../../../domain/displayText.ts';
import type { CommandFilling } from '../../../domain/remediation/commands/commandTemplate.ts';
import { displayCommand } from '../../../domain/remediation/commands/displayCommand.ts';
import { parameters } from '../../../domain/remediation/commands/parameters.ts';
import {
  runbookPhases,
  type RunbookModel,
  type RunbookStepModel,
  type StepAction,
} from '../../../protocol/runbookModel.ts';
import type { AlertStep } from './alertSteps.ts';
import { mergeAlertSteps, type MergedStep } from './mergeAlertSteps.ts';
import { standingText } from './standingText.ts';
import { isDone, type StepHistory } from './stepStanding.ts';

export interface RunbookContext {
  /** Undefined for the standing of a step that nobody has touched. */
  historyOf(step: MergedStep): StepHistory;
  /** The workspace is trusted: commands may be run. */
  readonly trusted: boolean;
  /** Nothing reaches Azure: commands are carried out on made-up resources. */
  readonly simulated: boolean;
}

/** The end of an output that a panel shows, in UTF-16 units; the terminal has it whole. */
const outputShown = 4_000;

const untrusted =
  'Commands run only in a workspace that is trusted. You can read and copy them; “Manage Workspace Trust” lets them run.';
const simulatedNotice =
  'This is the sample environment: “Run” carries out nothing in Azure. It changes the made-up resource, so that you see how a step is run, verified and undone.';

/** The steps for alerts, by phase, with how each stands and what can be asked of it. */
export function buildRunbookModel(steps: readonly AlertStep[], context: RunbookContext): RunbookModel {
  const merged = mergeAlertSteps(steps);
  const several = new Set(merged.map(({ first }) => first.ref.alertKey)).size > 1;
  const shown = merged.map((step) => ({ step, model: stepModel(step, context, several) }));
  const phases = runbookPhases.flatMap((phase) => {
    const ofPhase = shown.filter(({ step }) => step.first.step.phase === phase);
    const done = ofPhase.filter(({ step }) => isStepDone(step, context)).length;
    return ofPhase.length === 0 ? [] : [{ phase, done, steps: ofPhase.map(({ model }) => model) }];
  });
  const open = merged.filter((step) => step.first.step.mandatory && !isStepDone(step, context));
  const notice = context.trusted ? (context.simulated ? simulatedNotice : undefined) : untrusted;
  return {
    phases,
    done: phases.reduce((sum, { done }) => sum + done, 0),
    total: merged.length,
    mandatoryOpen: open.length,
    general: steps.every(({ resolved }) => !resolved.specific),
    ...(notice === undefined ? {} : { notice }),
  };
}

function isStepDone(step: MergedStep, context: RunbookContext): boolean {
  return isDone(context.historyOf(step).standing, step.first.step.verify !== undefined);
}

function stepModel(merged: MergedStep, context: RunbookContext, several: boolean): RunbookStepModel {
  const { first, all } = merged;
  const { step, filling, alert, resolved } = first;
  const { standing, output } = context.historyOf(merged);
  const command = commandText(first);
  return {
    ...first.ref,
    title: displayLabel(step.title),
    instruction: displayText(step.instruction),
    mandatory: step.mandatory,
    risk: step.risk,
    ...standingText(standing),
    actions: actionsOf(first, standing.kind, context),
    alsoIn: otherTitles(alert, all),
    ...(several ? { alertTitle: displayLabel(alert.displayName) } : {}),
    ...(resolved.source === 'workspace' ? { workspaceRunbook: displayLabel(resolved.runbook.title) } : {}),
    ...(command === undefined ? {} : { command }),
    ...(step.command?.changes === undefined ? {} : { changes: displayLabel(step.command.changes, 500) }),
    ...(filling === undefined ? {} : blockedBy(filling)),
    ...(output === undefined || output === '' ? {} : { output: output.slice(-outputShown) }),
  };
}

function otherTitles(alert: Alert, all: readonly AlertStep[]): readonly string[] {
  const titles = new Set(all.map((other) => displayLabel(other.alert.displayName)));
  titles.delete(displayLabel(alert.displayName));
  return [...titles];
}

/** With its values, or with the names of those that are looked up or asked for when it is run. */
function commandText({ filling, step }: AlertStep): string | undefined {
  if (filling?.kind === 'filled') return displayCommand(filling.command);
  return step.command === undefined ? undefined : displayCommand(step.command);
}

function blockedBy(filling: CommandFilling): Pick<RunbookStepModel, 'blocked'> {
  if (filling.kind !== 'refused') return {};
  return { blocked: `This step cannot be run automatically. ${refusalText(filling.parameter, filling.why)}` };
}

/** Why a value may not stand in a command, naming the parameter and nothing of the value. */
export function refusalText(parameter: string, why: string): string {
  const label = parameters.get(parameter)?.label ?? parameter;
  return `The ${label} that the alert names is not safe to use: ${why}.`;
}

function actionsOf({ step, filling }: AlertStep, standing: string, context: RunbookContext): readonly StepAction[] {
  if (standing === 'running') return ['cancel'];
  const actions: StepAction[] = [
    ...(step.verify === undefined ? [] : (['verify'] as const)),
    ...(standing === 'toDo' ? (['done', 'skip'] as const) : (['toDo'] as const)),
  ];
  if (filling === undefined) return actions;
  switch (filling.kind) {
    case 'refused':
      return actions;
    case 'filled':
    case 'choose':
    case 'missing':
      break;
    default:
      assertNever(filling);
  }
  const undoable = step.undo !== undefined && standing !== 'toDo' && standing !== 'undone';
  const runnable: StepAction[] = [
    'run',
    ...(step.whatIf === undefined ? [] : (['whatIf'] as const)),
    'type',
    ...(undoable ? (['undo'] as const) : []),
  ];
  return [...(context.trusted ? runnable : []), 'copy', ...actions];
}
