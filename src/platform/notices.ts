import * as vscode from 'vscode';
import { changeText, type ChangeCounts } from '../services/tuning/changeCounts.ts';

/**
 * Everything that the product says in notifications and in the status bar. VS Code turns text there into links and
 * commands, so that these are constants, and figures at most: nothing that came from Azure may be among them.
 */
const texts = {
  copied: 'Copied.',
  noIncidents: 'There are no incidents in the list.',
  noAlerts: 'There are no alerts in the list.',
  gone: 'This item is no longer in the list.',
  signInNotCompleted: 'Sign-in was not completed.',
  customCloudIncomplete: 'The custom cloud needs three https addresses: see the setting securityIncidents.customCloud.',
  checklistRecovered: 'A damaged checklist file was rebuilt from its copy. The damaged file is kept beside it.',
  checklistReadOnly: 'Checklists were written by a newer version of this extension: they can be read, not changed.',
  checklistUnreadable: 'Checklists could not be read: the progress shown may be less than what was decided.',
  checklistUnwritable: 'Checklists could not be written to disk. The log names the cause.',
  noSubscriptions: 'No subscriptions are known yet: sign in first.',
  retuned: 'Correlation was changed: ',
  correlationSettingsIgnored:
    'Some settings of correlation cannot be used and are ignored. “Tune Correlation” and the log name them.',
  correlationSettingsUnwritable: 'The settings of correlation could not be written.',
  undo: 'Undo',
  show: 'Show',
} as const;

export type NoticeId = keyof typeof texts;

const briefly = 3000;

/** A short word in the status bar, for what went as asked. */
export function confirm(notice: NoticeId): void {
  vscode.window.setStatusBarMessage(texts[notice], briefly);
}

export function inform(notice: NoticeId): void {
  void vscode.window.showInformationMessage(texts[notice]);
}

export function warn(notice: NoticeId): void {
  void vscode.window.showWarningMessage(texts[notice]);
}

/** Tells what a change of correlation did, and what the person wants next, if anything. */
export async function tellOfRetuning(counts: ChangeCounts): Promise<'undo' | 'show' | undefined> {
  const notice = 'retuned';
  const { undo, show } = texts;
  const chosen = await vscode.window.showInformationMessage(texts[notice] + changeText(counts, 'done'), undo, show);
  if (chosen === undefined) return undefined;
  return chosen === undo ? 'undo' : 'show';
}
