import type { Alert } from '../../../domain/alert.ts';
import type { CommandFilling, FillingContext } from '../../../domain/remediation/commands/commandTemplate.ts';
import { fillCommand } from '../../../domain/remediation/commands/fillCommand.ts';
import type { ResolvedRunbook, ResolvingHints } from '../../../domain/remediation/runbooks/resolveRunbook.ts';
import type { Runbook, RunbookStep } from '../../../domain/remediation/runbooks/runbook.ts';
import type { RunbookStepRef } from '../../../protocol/runbookModel.ts';

/** A step of a runbook as it applies to an alert. */
export interface AlertStep {
  readonly ref: RunbookStepRef;
  readonly alert: Alert;
  readonly resolved: ResolvedRunbook;
  readonly step: RunbookStep;
  /** Its command with the alert's values, or why there is none yet; absent for a step without a command. */
  readonly filling?: CommandFilling;
}

/** `resolveRunbook`, which is in a bundle of its own. */
export type ResolveRunbook = (alertType: string, hints: ResolvingHints) => ResolvedRunbook;

/** The steps of the runbook that an alert resolves to. `workspace`: runbooks of the team, which come first. */
export function stepsOfAlert(
  alert: Alert,
  resolveRunbook: ResolveRunbook,
  context: FillingContext,
  workspace?: readonly Runbook[],
): readonly AlertStep[] {
  const { alertType, displayName, key } = alert;
  const resolved = resolveRunbook(alertType, { displayName, ...(workspace === undefined ? {} : { workspace }) });
  return resolved.runbook.steps.map((step) => ({
    ref: { alertKey: key, runbookId: resolved.runbook.id, stepId: step.id },
    alert,
    resolved,
    step,
    ...(step.command === undefined ? {} : { filling: fillCommand(step.command, alert, context) }),
  }));
}

/** Names a step within one session. */
export function stepName({ alertKey, runbookId, stepId }: RunbookStepRef): string {
  return `${runbookId}/${stepId}/${alertKey}`;
}
