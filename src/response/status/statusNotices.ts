import * as vscode from 'vscode';
import type { StatusAction } from '../../domain/statusAction.ts';
import { batchSummary, hasProblems, type BatchCounts } from '../../services/response/status/batchSummary.ts';
import type { ChosenChanges } from '../../services/response/status/chooseChanges.ts';
import { rolesForStatus } from '../../services/rightsText.ts';

/** Everything that changes of status say in notifications: constants and figures, as in `platform/notices.ts`. */
const texts = {
  dismiss: 'Dismissed ',
  resolve: 'Resolved ',
  inProgress: 'Set in progress: ',
  activate: 'Reactivated ',
  undo: 'Gave the earlier status back to ',
  nothingToChange: 'Nothing to change: these alerts have that status already.',
  notAllowed: `Your roles do not allow this. ${rolesForStatus}`,
  mayChange: 'Your roles allow changing the status of these alerts, or are not known yet.',
  restoredNothing: 'Nothing was left to undo: no alert was changed, or all were changed again since.',
  changeAll: 'Change the status of a whole incident?',
} as const;

type StatusNotice = keyof typeof texts;

const undo = 'Undo';
const showFailed = 'Show What Failed';

export function informOfStatus(notice: StatusNotice): void {
  void vscode.window.showInformationMessage(texts[notice]);
}

/**
 * Says how a batch ended, and what the person wants next, if anything.
 *
 * @param canUndo nobody has taken it back yet.
 */
export async function tellOfBatch(
  notice: StatusAction | 'undo',
  counts: BatchCounts,
  canUndo: boolean,
): Promise<'undo' | 'show' | undefined> {
  const text = batchSummary(counts);
  const offersUndo = canUndo && counts.by.changed + counts.by.inDoubt > 0;
  const choices = [...(offersUndo ? [undo] : []), ...(hasProblems(counts) ? [showFailed] : [])];
  const chosen = hasProblems(counts)
    ? await vscode.window.showWarningMessage(texts[notice] + text, ...choices)
    : await vscode.window.showInformationMessage(texts[notice] + text, ...choices);
  if (chosen === undefined) return undefined;
  return chosen === undo ? 'undo' : 'show';
}

const verbs: Readonly<Record<StatusAction, string>> = {
  dismiss: 'Dismiss',
  resolve: 'Resolve',
  inProgress: 'Set in Progress',
  activate: 'Reactivate',
};

/** Asks before whole incidents are changed: what that changes, and what it does not. */
export async function confirmIncidents(action: StatusAction, chosen: ChosenChanges): Promise<boolean> {
  const notice = 'changeAll';
  const options = { modal: true, detail: whatChanges(chosen) };
  return (await vscode.window.showWarningMessage(texts[notice], options, verbs[action])) === verbs[action];
}

/** Which alerts a change is about, in figures. */
function whatChanges({ changes, declarations, already, missing, forbidden }: ChosenChanges): string {
  const members = changes.length - declarations;
  return [
    `This changes ${figure(members)} alert${members === 1 ? '' : 's'}${declarations === 0 ? '' : ` and ${figure(declarations)} by which Defender for Cloud declares an incident`}: Azure changes each by itself.`,
    already === 0 ? '' : `${figure(already)} stay as they are: closed, or in that status already.`,
    missing === 0 ? '' : `${figure(missing)} of the incident are not in the list and cannot be changed.`,
    forbidden.length === 0 ? '' : `${figure(forbidden.length)} are left out. ${rolesForStatus}`,
  ]
    .filter((sentence) => sentence !== '')
    .join('\n\n');
}

function figure(count: number): string {
  return count.toLocaleString('en');
}
