import { displayLabel } from '../../../domain/displayText.ts';
import type { CommandTemplate, FilledCommand } from '../../../domain/remediation/commands/commandTemplate.ts';
import { displayCommand } from '../../../domain/remediation/commands/displayCommand.ts';
import type { ResolvedRunbook } from '../../../domain/remediation/runbooks/resolveRunbook.ts';
import type { RunbookStep } from '../../../domain/remediation/runbooks/runbook.ts';

export interface Preview {
  readonly step: RunbookStep;
  readonly resolved: ResolvedRunbook;
  readonly part: 'run' | 'undo' | 'whatIf';
  readonly template: CommandTemplate;
  readonly command: FilledCommand;
  /** What takes it back, filled; absent where nothing does. */
  readonly undo?: FilledCommand;
  /** As the person knows it. */
  readonly subscription: string;
  /** Of the alert, where it is known. */
  readonly tenantId: string | undefined;
  readonly simulated: boolean;
  /** Before a run: the resource is already as the step would have it. Before an undo: it was so before the step ran. */
  readonly held: boolean;
}

const risks = {
  none: 'none, it only reads',
  low: 'low',
  medium: 'medium',
  high: 'high',
} as const;

/**
 * Everything that a person has to know before a command runs, for a modal dialog: it shows text as it is, and every
 * value in the command was checked.
 */
export function previewText(preview: Preview): string {
  const { step, part, template, command, undo, simulated } = preview;
  const reads = isReading(preview);
  const lines = [
    displayLabel(step.title),
    ...sourceLines(preview),
    '',
    displayCommand(command),
    '',
    ...placeLines(preview),
    ...resourceLines(command.resources),
    `Risk: ${reads ? risks.none : risks[step.risk]}`,
    ...(template.changes === undefined ? [] : [`What it changes: ${displayLabel(template.changes, 500)}`]),
    ...(reads || part === 'undo' ? [] : ['', undoLine(undo)]),
    ...heldLines(preview),
    ...(simulated
      ? ['', 'Sample environment: nothing is sent to Azure. The made-up resource is changed instead.']
      : []),
  ];
  return lines.join('\n');
}

/** True for a command that changes nothing. */
export function isReading({ step, part, template }: Pick<Preview, 'step' | 'part' | 'template'>): boolean {
  return part === 'whatIf' || (part === 'run' && step.risk === 'none' && template.changes === undefined);
}

/** An undo gives a fixed value back, which need not be the one from before. */
function heldLines({ held, part }: Preview): readonly string[] {
  if (!held || part === 'whatIf') return [];
  return part === 'undo'
    ? ['', 'The resource was like that before the step ran, too: undoing the step takes away what it did not bring.']
    : ['', 'The resource is like that already: there is nothing to do, and undoing it would take away what was there.'];
}

/** Whoever wrote a file of the workspace must not pass for the product. */
function sourceLines({ resolved: { runbook, source } }: Preview): readonly string[] {
  return source === 'workspace' ? [`From a runbook of this workspace: ${displayLabel(runbook.title)}`] : [];
}

/**
 * No option holds commands about accounts to the alert's directory: the Azure CLI takes that of the account it is signed in
 * with, and a user name may exist in both.
 */
function placeLines({ command: { args, tool }, subscription, tenantId }: Preview): readonly string[] {
  const isAboutDirectory = tool === 'az' && (args[0] === 'ad' || args[0] === 'rest');
  if (!isAboutDirectory) return [`Subscription: ${displayLabel(subscription)}`];
  const expected = tenantId === undefined ? '' : ` That of the alert is ${displayLabel(tenantId)}.`;
  return [`Directory: the one that the Azure CLI is signed in to; "az account show" names it.${expected}`];
}

function resourceLines(resources: readonly string[]): readonly string[] {
  return resources.map((id) => `Resource: ${displayLabel(id, 1_000)}`);
}

function undoLine(undo: FilledCommand | undefined): string {
  return undo === undefined ? 'Nothing takes it back.' : `To undo it: ${displayCommand(undo)}`;
}
