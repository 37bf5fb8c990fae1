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
  checklistRecovered: 'A damaged checklist file was rebuilt from its copy. The damaged file is kept beside it.',
  checklistReadOnly: 'Checklists were written by a newer version of this extension: they can be read, not changed.',
  checklistUnreadable: 'Checklists could not be read: the progress shown may be less than what was decided.',
  checklistUnwritable: 'Checklists could not be written to disk. The log names the cause.',
  cacheUnwritable:
    'Alerts could not be kept on this machine: after a restart they are read from Azure again. The log names the cause.',
  archiveNewer:
    'The archive of incidents was written by a newer version of this extension: it is left as it is, and nothing is added.',
  archiveUnreadable: 'The archive of incidents could not be read, so nothing is added to it. The log names the cause.',
  archiveUnwritable: 'Incidents could not be archived. The log names the cause.',
  archiveDamaged:
    'Some incidents in the archive could not be read. The file as it was is kept beside the new one; the log counts them.',
  clearLocalData: 'Clear what is kept on this machine?',
  clearingExplained:
    'Clear Alerts removes the alerts of all accounts that were kept to be shown at once and offline. The next refresh reads and keeps them again. Your checklists, journals, corrections and archive stay.\n\nClear Archive removes the archived incidents of all accounts and nothing else.\n\nClear Everything removes both, and all checklists, journals and corrections. Those and archived incidents exist nowhere else and cannot be brought back. Other windows forget them when they are reloaded.',
  clearAlerts: 'Clear Alerts',
  clearArchive: 'Clear Archive',
  clearEverything: 'Clear Everything',
  localDataCleared: 'Cleared.',
  localDataNotCleared: 'Not everything could be removed from this machine. The log names the cause.',
  correctionsUnreadable: 'Some corrections could not be read and do nothing now. Their files are left as they are.',
  correctionsNewer:
    'Some corrections were made by a newer version of this extension. They do nothing here and are kept.',
  correctionsUnwritable: 'The correction could not be written to disk, so it does not count. The log names the cause.',
  alertsRemoved: 'Removed from the incident.',
  incidentStarted: 'Made an incident of its own.',
  alertsMoved: 'Moved to the other incident.',
  incidentsMerged: 'Merged into one incident.',
  incidentRenamed: 'Renamed the incident.',
  incidentPinned: 'The incident stands first now.',
  incidentUnpinned: 'The incident is no longer pinned.',
  undone: 'Undone.',
  woken: '# snoozed items are back in the list.',
  wokenOne: 'A snoozed item is back in the list.',
  nothingToUndo: 'There is nothing to undo in this window.',
  noCorrections: 'There are no corrections.',
  nothingLeft: 'The incident would be left without an alert in the list.',
  oneIncident: 'These alerts are in that incident already.',
  oneIncidentOnly: 'It takes two incidents to merge.',
  otherTenant: 'These alerts belong to different tenants: they cannot be one incident.',
  tooManyAlerts: 'One correction can name 10,000 alerts at most.',
  badName: 'A name has 120 characters at most.',
  nameOfIncident: 'Name of the incident. Leave it empty to use its own title.',
  exported: 'Exported # corrections.',
  notExported: 'The file could not be written. The log names the cause.',
  imported: 'Imported # corrections, # of them about alerts in the list.',
  importedNothing: 'The file holds no corrections that are not here already.',
  importRefused: 'The file was not imported: nothing has changed.',
  subscriptionHidden: 'The subscription is no longer shown. “Select Subscriptions” brings it back.',
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

/** `numbers` stand in the text for # and #. */
export function inform(notice: NoticeId, numbers: readonly number[] = []): void {
  void vscode.window.showInformationMessage(withNumbers(texts[notice], numbers));
}

/** Says how many snoozed items are back in the list. */
export function tellOfWoken(count: number): void {
  inform(count === 1 ? 'wokenOne' : 'woken', [count]);
}

/** Says what was done and offers to undo it: true when the person wants that. */
export async function offerUndo(notice: NoticeId, numbers: readonly number[] = []): Promise<boolean> {
  const undo = 'Undo';
  return (await vscode.window.showInformationMessage(withNumbers(texts[notice], numbers), undo)) === undo;
}

/** Says what went wrong with something that the person waits for. `detail` must be words of ours alone. */
export function refuse(notice: NoticeId, detail: string): void {
  void vscode.window.showWarningMessage(texts[notice], { modal: true, detail });
}

/** Asks before data on this machine is removed; undefined when the person turns away. */
export async function confirmClearing(): Promise<'alerts' | 'archive' | 'everything' | undefined> {
  const { clearingExplained: detail, clearAlerts, clearArchive, clearEverything } = texts;
  const notice = 'clearLocalData';
  const options = { modal: true, detail };
  const choices = [clearAlerts, clearArchive, clearEverything];
  const chosen = await vscode.window.showWarningMessage(texts[notice], options, ...choices);
  if (chosen === undefined) return undefined;
  return chosen === clearEverything ? 'everything' : chosen === clearArchive ? 'archive' : 'alerts';
}

/** Asks for a text; undefined when the person turns away. */
export async function askForText(notice: NoticeId, value: string): Promise<string | undefined> {
  return await vscode.window.showInputBox({ prompt: texts[notice], value });
}

function withNumbers(text: string, numbers: readonly number[]): string {
  return numbers.reduce((filled, number) => filled.replace('#', number.toLocaleString('en')), text);
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
