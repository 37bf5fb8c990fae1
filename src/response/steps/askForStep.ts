import * as vscode from 'vscode';
import { targetOf } from '../../commands/targetOf.ts';
import { displayLabel } from '../../domain/displayText.ts';
import type { ItemTarget } from '../../protocol/panelTarget.ts';
import {
  runbookStepRef,
  type RunbookStepModel,
  type RunbookStepRef,
  type StepAction,
} from '../../protocol/runbookModel.ts';
import { withoutIcons } from '../../services/withoutIcons.ts';
import type { ResponseContext } from '../responseContext.ts';
import { inform } from './stepNotices.ts';

interface StepPick extends vscode.QuickPickItem {
  readonly ref: RunbookStepRef;
}

const risks = { none: 'only reads', low: 'low risk', medium: 'medium risk', high: 'high risk' } as const;

/** The step that an argument names, else the one that the person chooses among those of what they look at. */
export async function stepOrAsk(
  { panels, view, steps }: ResponseContext,
  argument: unknown,
  action: StepAction,
): Promise<RunbookStepRef | undefined> {
  if (runbookStepRef(argument)) return argument;
  const target = targetOf(argument) ?? panels.activeTarget() ?? targetOf(view.selected);
  if (target === undefined) {
    inform('noStepToRun');
    return undefined;
  }
  const models = await steps.desk.stepModels(target);
  const picks = models.filter(({ actions }) => actions.includes(action)).map(pickFor);
  if (picks.length === 0) inform('noSteps');
  else return (await vscode.window.showQuickPick(picks, { title: titleOf(target), matchOnDetail: true }))?.ref;
  return undefined;
}

function titleOf({ kind }: ItemTarget): string {
  return kind === 'incident' ? 'Remediation steps of this incident' : 'Remediation steps of this alert';
}

function pickFor(model: RunbookStepModel): StepPick {
  const { alertKey, runbookId, stepId, title, risk, standingText, command = '', alertTitle } = model;
  const about = [risks[risk], standingText, alertTitle].filter((text) => text !== undefined && text !== '');
  return {
    label: withoutIcons(title),
    description: withoutIcons(about.join(' · ')),
    detail: withoutIcons(displayLabel(command, 300)),
    ref: { alertKey, runbookId, stepId },
  };
}
