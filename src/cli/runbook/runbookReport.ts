import type { Alert } from '../../domain/alert.ts';
import type { CommandTemplate, FillingContext, Unfilled } from '../../domain/remediation/commands/commandTemplate.ts';
import { outlineCommand } from '../../domain/remediation/commands/fillCommand.ts';
import { fillVerification } from '../../domain/remediation/runbooks/fillVerification.ts';
import type { ResolvedRunbook } from '../../domain/remediation/runbooks/resolveRunbook.ts';
import type { RunbookStep } from '../../domain/remediation/runbooks/runbook.ts';
import type { Verification } from '../../domain/remediation/runbooks/verification.ts';

interface ReportedCommand extends Pick<CommandTemplate, 'tool' | 'args' | 'minimumVersion' | 'changes'> {
  /** Parameters that still stand in the arguments, and why. */
  readonly unfilled?: readonly Unfilled[];
}

export interface ReportedStep extends Pick<
  RunbookStep,
  'id' | 'phase' | 'title' | 'instruction' | 'mandatory' | 'risk'
> {
  readonly command?: ReportedCommand;
  readonly whatIf?: ReportedCommand;
  readonly undo?: ReportedCommand;
  readonly verify?: Verification;
}

/** What the command line prints of a runbook. */
export interface RunbookReport {
  /** The runbook's id. */
  readonly runbook: string;
  readonly title: string;
  readonly alertType: string;
  readonly specific: boolean;
  readonly steps: readonly ReportedStep[];
}

/** The runbook with its commands filled in as far as the alert goes. */
export function reportRunbook(
  alertType: string,
  { runbook, specific }: ResolvedRunbook,
  alert: Alert | undefined,
  context: FillingContext,
): RunbookReport {
  const { id, title, steps } = runbook;
  return { runbook: id, title, alertType, specific, steps: steps.map((step) => reportStep(step, alert, context)) };
}

function reportStep(step: RunbookStep, alert: Alert | undefined, context: FillingContext): ReportedStep {
  const { id, phase, title, instruction, mandatory, risk, verify } = step;
  const commandOf = (template: CommandTemplate): ReportedCommand => reportCommand(template, alert, context);
  return {
    id,
    phase,
    title,
    instruction,
    mandatory,
    risk,
    ...(step.command === undefined ? {} : { command: commandOf(step.command) }),
    ...(step.whatIf === undefined ? {} : { whatIf: commandOf(step.whatIf) }),
    ...(verify === undefined ? {} : { verify: reportVerification(verify, alert, context) }),
    ...(step.undo === undefined ? {} : { undo: commandOf(step.undo) }),
  };
}

function reportCommand(template: CommandTemplate, alert: Alert | undefined, context: FillingContext): ReportedCommand {
  const { tool, args, unfilled } = outlineCommand(template, alert, context);
  const { minimumVersion, changes } = template;
  return {
    tool,
    args,
    ...(unfilled.length === 0 ? {} : { unfilled }),
    ...(minimumVersion === undefined ? {} : { minimumVersion }),
    ...(changes === undefined ? {} : { changes }),
  };
}

function reportVerification(verify: Verification, alert: Alert | undefined, context: FillingContext): Verification {
  if (alert === undefined) return verify;
  const filling = fillVerification(verify, alert, context);
  return filling.kind === 'filled' ? filling.verification : verify;
}
