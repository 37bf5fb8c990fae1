import * as vscode from 'vscode';
import { timeOfDay } from '../platform/clock.ts';

/** Constants, as in all that VS Code makes links of. */
const texts = {
  askedToWait: 'Azure asked not to be read again before ',
  askedToWaitExplained:
    'It limits how often it is read. Reading it sooner may be refused, and lengthen the wait for all who read it.',
  readAll: 'Read Anyway',
  readOthers: 'Read the Others',
} as const;

/**
 * Warns before Azure is read although it asked for a pause until then; undefined when the person turns away.
 *
 * @param until epoch milliseconds.
 * @param others whether there is something to read that did not ask for it.
 */
export async function confirmReading(until: number, others: boolean): Promise<'all' | 'others' | undefined> {
  const { askedToWaitExplained: detail, readAll, readOthers } = texts;
  const notice = 'askedToWait';
  const options = { modal: true, detail };
  const choices = others ? [readOthers, readAll] : [readAll];
  const chosen = await vscode.window.showWarningMessage(texts[notice] + timeOfDay(until), options, ...choices);
  if (chosen === undefined) return undefined;
  return chosen === readAll ? 'all' : 'others';
}
