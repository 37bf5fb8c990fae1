import * as vscode from 'vscode';
import type { Log } from '../../services/ports.ts';
import type { JournalNotice } from './journalFiles.ts';

/** Constants: VS Code turns text of notifications into links. */
const texts = {
  unwritable:
    'The journal could not be written to disk: what you just did is not written down. The log names the cause.',
  showLog: 'Show Log',
};

/** Tells the person what is not written down, and the log the rest. */
export function tellOfJournal(log: Log): (notice: JournalNotice) => void {
  return (notice) => {
    log.warn('journal', { ...notice });
    // With one copy of two written nothing is lost.
    if (notice.kind === 'unwritable' && notice.copiesWritten === 0) void offerLog();
  };
}

async function offerLog(): Promise<void> {
  const notice = 'unwritable';
  const chosen = await vscode.window.showWarningMessage(texts[notice], texts.showLog);
  if (chosen !== undefined) await vscode.commands.executeCommand('securityIncidents.showLog');
}
