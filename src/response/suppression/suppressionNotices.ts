import * as vscode from 'vscode';
import { ruleNameProblem } from '../../domain/suppression/ruleName.ts';

/** Everything that is said about rules and samples in dialogs: constants, and in details sentences of constants and figures. */
const texts = {
  created: 'The rule was created. It dismisses alerts that arrive from now on; those in the list stay as they are.',
  changed: 'The rule was changed. It holds for alerts that arrive from now on.',
  deleted: 'The rule was deleted. Alerts that it has dismissed stay dismissed.',
  restored: 'The rule is as it was before.',
  failed: 'This did not work.',
  nameTaken: 'There is a rule of that name already: choose another one.',
  changedElsewhere: 'Somebody else has changed or deleted this rule since it was read. Nothing was done.',
  noSubscriptions: 'No subscriptions are known yet: sign in first.',
  confirmCreate: 'Create this suppression rule?',
  confirmChange: 'Change this suppression rule?',
  confirmDelete: 'Delete this suppression rule?',
  confirmSamples: 'Create sample alerts?',
  samplesArrived: 'The sample alerts have arrived.',
  samplesNotSeen:
    'Azure has accepted the request, and not all sample alerts were seen yet. They come with a later refresh.',
} as const;

type SuppressionNotice = keyof typeof texts;

const undo = 'Undo';

export function informOfRules(notice: SuppressionNotice): void {
  void vscode.window.showInformationMessage(texts[notice]);
}

/** True when the person wants it undone. */
export async function offerUndo(notice: SuppressionNotice): Promise<boolean> {
  return (await vscode.window.showInformationMessage(texts[notice], undo)) === undo;
}

export function explainFailure(detail: string): void {
  const notice = 'failed';
  void vscode.window.showWarningMessage(texts[notice], { modal: true, detail });
}

/** Asks before something is done; escape does nothing. */
export async function isConfirmed(notice: SuppressionNotice, detail: string, verb: string): Promise<boolean> {
  return (await vscode.window.showWarningMessage(texts[notice], { modal: true, detail }, verb)) === verb;
}

const nameProblems = {
  length: 'A name has 2 to 50 characters.',
  start: 'A name begins with a letter or a digit.',
  characters: 'A name holds letters, digits, hyphens and underscores only.',
} as const;

/** Longest comment or text of a condition, in characters: more could not be read in a rule. */
const longestText = 2_000;

const questions = {
  name: {
    title: 'Name of the suppression rule',
    prompt: 'Letters, digits, hyphens and underscores.',
    problemOf: (text: string) => {
      const problem = ruleNameProblem(text);
      return problem && nameProblems[problem];
    },
  },
  comment: {
    title: 'Comment of the suppression rule',
    prompt: 'For whoever looks at it later. It is kept in Azure; leave it empty for none.',
    problemOf: tooLong,
  },
  text: {
    title: 'Text that the alerts have in common',
    prompt: 'The part that does not change from alert to alert: arguments, paths and ids often do.',
    problemOf: (text: string) => (text.trim() === '' ? 'A text is needed. Escape goes back.' : tooLong(text)),
  },
} as const;

/** Asks for a text until it will do; undefined when the person turns away. */
export function askForText(question: keyof typeof questions, value: string): Thenable<string | undefined> {
  const { title, prompt, problemOf } = questions[question];
  return vscode.window.showInputBox({ title, prompt, value, ignoreFocusOut: true, validateInput: problemOf });
}

function tooLong(text: string): string | undefined {
  return text.length > longestText ? `It has ${String(longestText)} characters at most.` : undefined;
}
