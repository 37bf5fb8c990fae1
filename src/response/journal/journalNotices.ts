import * as vscode from 'vscode';
import { reasonLimit } from '../../services/checklist.ts';
import { noteLimit, ownerLimit, tagLimit, tagsLimit } from '../../services/response/journal/handling.ts';
import type { Log } from '../../services/ports.ts';
import type { JournalNotice } from './journalFiles.ts';

/** What is said about journals and reports. Constants: VS Code turns text of notifications and input boxes into links. */
const texts = {
  unwritable:
    'The journal could not be written to disk: what you just did is not written down. The log names the cause.',
  showLog: 'Show Log',
  reportWritten: 'The incident was exported.',
  reportNotWritten: 'The incident was not exported: the file could not be written. The log names the cause.',
  reportIsLink:
    'The incident was not exported: the file is a link to another place, which would have been overwritten.',
  open: 'Open',
};

interface Question {
  readonly title: string;
  readonly prompt: string;
  /** Why a text will not do; undefined when it will. */
  readonly problemOf: (text: string) => string | undefined;
}

const questions = {
  note: {
    title: 'Note about the incident (kept on this machine)',
    prompt: 'Keys and tokens that are pasted here are taken out.',
    problemOf: limited('A note', noteLimit),
  },
  owner: {
    title: 'Owner of the incident (kept on this machine)',
    prompt: 'Who looks after it? Leave it empty for nobody.',
    problemOf: limited('A name', ownerLimit),
  },
  tags: {
    title: 'Tags of the incident (kept on this machine)',
    prompt: 'Parted by commas. Leave it empty for none.',
    problemOf: problemOfTags,
  },
  classificationReason: {
    title: 'Classify the incident (kept on this machine)',
    prompt: 'Why? The reason is kept with the classification.',
    problemOf: problemOfReason,
  },
  closeReason: {
    title: 'Resolve with work left undone?',
    prompt: 'Why is it resolved although work is left undone? The reason is written into the journal.',
    problemOf: problemOfReason,
  },
} as const satisfies Readonly<Record<string, Question>>;

/** Asks for a text until it will do, without what surrounds it; undefined when the person turns away. */
export async function askFor(question: keyof typeof questions, value = ''): Promise<string | undefined> {
  const { problemOf, prompt, title } = questions[question];
  const text = await vscode.window.showInputBox({
    title,
    prompt,
    value,
    // A look at the panel must not cost what was written.
    ignoreFocusOut: true,
    validateInput: problemOf,
  });
  return text?.trim();
}

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

/** True when the person wants to see what was written. */
export async function tellOfReport(): Promise<boolean> {
  const notice = 'reportWritten';
  return (await vscode.window.showInformationMessage(texts[notice], texts.open)) === texts.open;
}

export function tellOfNoReport(notice: 'reportNotWritten' | 'reportIsLink'): void {
  void vscode.window.showWarningMessage(texts[notice]);
}

function limited(what: string, limit: number): (text: string) => string | undefined {
  return (text) => (text.trim().length > limit ? `${what} has ${String(limit)} characters at most.` : undefined);
}

function problemOfTags(text: string): string | undefined {
  const tags = text.split(',').map((tag) => tag.trim());
  if (tags.some(({ length }) => length > tagLimit)) return `A tag has ${String(tagLimit)} characters at most.`;
  return tags.length > tagsLimit ? `An incident has ${String(tagsLimit)} tags at most.` : undefined;
}

function problemOfReason(text: string): string | undefined {
  if (text.trim() === '') return 'A reason is needed. Escape goes back.';
  return text.trim().length > reasonLimit ? `A reason has ${String(reasonLimit)} characters at most.` : undefined;
}
