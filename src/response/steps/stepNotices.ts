import * as vscode from 'vscode';
import { withoutIcons } from '../../services/withoutIcons.ts';
import { displayLabel } from '../../domain/displayText.ts';

/** Everything that is said in notifications and input boxes about steps: constants, since VS Code turns text there into links. */
const texts = {
  noStepToRun: 'Open an incident or an alert first: its remediation steps are then at hand.',
  noSteps: 'There is no step with a command here.',
  gone: 'This step is no longer in the list.',
  untrusted:
    'Commands run only in a workspace that is trusted. “Manage Workspace Trust” lets them run; copying them works everywhere.',
  notFilled: 'The step was not run.',
  notRead: 'The step was not run: what it is about could not be read from Azure.',
  notChecked: 'The resource could not be checked.',
  runStep: 'Run this step?',
  undoStep: 'Undo this step?',
  whatIfStep: 'Run the what-if of this step? It changes nothing.',
  valueFor: 'The alert does not name a value that the command needs. The title says which one.',
  noShell:
    'The command was copied instead: it can be typed into bash, zsh, fish and PowerShell only, and the active terminal is none of these, or has not said what it is.',
  notTypable: 'The command holds a value that cannot be typed safely into this shell.',
  copied: 'Command copied.',
  whySkipped: 'Why is this step not needed? The journal keeps the reason.',
} as const;

type StepNotice = keyof typeof texts;

const briefly = 3_000;

/** Longest reason for skipping a step, in UTF-16 units. */
const longestReason = 500;

export function inform(notice: StepNotice): void {
  void vscode.window.showInformationMessage(texts[notice]);
}

/** Says what stands in the way. A modal dialog shows `detail` as plain text; it holds words of ours and names of parameters. */
export function refuse(notice: StepNotice, detail: string): void {
  void vscode.window.showWarningMessage(texts[notice], { modal: true, detail });
}

export function confirm(notice: StepNotice): void {
  vscode.window.setStatusBarMessage(texts[notice], briefly);
}

const run = 'Run';
const undo = 'Undo';
const whatIf = 'What If';
const copy = 'Copy Command';

export interface RunQuestion {
  readonly part: 'run' | 'undo' | 'whatIf';
  /** The preview. A modal dialog shows it as plain text: no link, no icon. */
  readonly detail: string;
  /** It changes nothing, so that Enter may run it. */
  readonly reading: boolean;
  /** There is a what-if to look at first. */
  readonly whatIf: boolean;
}

/**
 * Shows what is about to run and asks. VS Code makes the first button the default, so where something changes the first
 * one is harmless: neither Enter nor Esc ever carries out a change.
 */
export async function askToRun(question: RunQuestion): Promise<'run' | 'whatIf' | 'copy' | undefined> {
  const notice = question.part === 'run' ? 'runStep' : question.part === 'undo' ? 'undoStep' : 'whatIfStep';
  const go = question.part === 'undo' ? undo : run;
  const buttons = question.reading ? [go, copy] : [question.whatIf ? whatIf : copy, go];
  const options = { modal: true, detail: question.detail };
  const chosen = await vscode.window.showWarningMessage(texts[notice], options, ...buttons);
  if (chosen === undefined) return undefined;
  return chosen === go ? 'run' : chosen === whatIf ? 'whatIf' : 'copy';
}

/** Lets the person choose among values; undefined when they turn away. */
export async function chooseValue(label: string, values: readonly string[]): Promise<string | undefined> {
  const items = values.map((value) => ({ label: withoutIcons(displayLabel(value)), value }));
  return (await vscode.window.showQuickPick(items, { title: `Which ${label}?` }))?.value;
}

/**
 * Asks for a value that nothing names; undefined when the person turns away.
 *
 * @param label what it is, in words of ours.
 * @param objection why a value may not be used, or undefined.
 */
export async function askForValue(
  label: string,
  objection: (value: string) => string | undefined,
): Promise<string | undefined> {
  const validateInput = (value: string): string | undefined => objection(value.trim());
  const notice = 'valueFor';
  const typed = await vscode.window.showInputBox({ title: label, prompt: texts[notice], validateInput });
  return typed?.trim();
}

/** Asks why a step is skipped; undefined when the person turns away or gives no reason. */
export async function askForReason(): Promise<string | undefined> {
  const notice = 'whySkipped';
  const reason = (await vscode.window.showInputBox({ title: 'Skip Step', prompt: texts[notice] }))?.trim();
  return reason === '' ? undefined : reason?.slice(0, longestReason);
}
