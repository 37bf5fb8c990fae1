import type { AlertKey } from '../../../domain/alert.ts';
import { assertNever } from '../../../domain/assertNever.ts';
import { displayLabel, displayText } from '../../../domain/displayText.ts';
import type { StatusAction } from '../../../domain/statusAction.ts';
import type { Classification, JournalEntry } from './journalEntry.ts';

/** An entry in words. All texts are display text; nothing of them is markup. */
export interface DescribedEntry {
  /** What was done, in one line. */
  readonly what: string;
  /** What came of it, in a few words. */
  readonly outcome?: EntryOutcome;
  /** What a person wrote about it: a note, a reason. May have lines. */
  readonly words?: string;
  /** What it was about, one by one: alerts that failed, steps that were open. */
  readonly details: readonly string[];
}

/** `plain` where nobody can say whether it is good. */
interface EntryOutcome {
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'plain';
}

/** What an entry names by id, in words; undefined where nobody knows them any more. */
export interface EntryNames {
  alertTitle(alertKey: AlertKey): string | undefined;
}

export const classificationLabels: Readonly<Record<Classification, string>> = {
  truePositive: 'True positive',
  benign: 'Benign or informational',
  falsePositive: 'False positive',
};

const actionWords: Readonly<Record<StatusAction, string>> = {
  activate: 'Activated',
  dismiss: 'Dismissed',
  resolve: 'Resolved',
  inProgress: 'Set in progress:',
};

const outcomeWords = {
  changed: 'changed',
  cancelled: 'cancelled',
  failed: 'failed',
  unknown: 'sent, without an answer',
} as const;

const stateWords = { toDo: 'to do', done: 'done', skipped: 'skipped' } as const;

/** The entry in words, for the panel, the report and the table. `all` has the entry that an undo is about. */
export function describeEntry(entry: JournalEntry, names: EntryNames, all: readonly JournalEntry[]): DescribedEntry {
  const step = stepName(entry);
  switch (entry.kind) {
    case 'note':
      return { what: 'Note', words: displayText(entry.text), details: [] };
    case 'stepState':
      return { what: `Marked ${step} as ${stateWords[entry.state]}`, ...wordsOf(entry.reason), details: [] };
    case 'commandStarted':
      return { what: `Started ${step}`, outcome: { text: 'no end was recorded', tone: 'plain' }, details: [] };
    case 'commandEnded':
      return { what: `Ran ${step}`, outcome: commandOutcome(entry), details: [] };
    case 'verification':
      return { what: `Verified ${step}`, outcome: verificationOutcome(entry), details: [] };
    case 'statusChange':
      return describeStatusChange(entry, names);
    case 'classification':
      return {
        what:
          entry.classification === undefined
            ? 'Took the classification back'
            : `Classified as ${classificationLabels[entry.classification].toLowerCase()}`,
        ...wordsOf(entry.reason),
        details: [],
      };
    case 'owner':
      return {
        what: entry.owner === undefined ? 'Removed the owner' : `Assigned to ${displayLabel(entry.owner)}`,
        details: [],
      };
    case 'tags':
      return {
        what:
          entry.tags.length === 0
            ? 'Removed all tags'
            : `Tagged ${entry.tags.map((tag) => displayLabel(tag)).join(', ')}`,
        details: [],
      };
    case 'closeReason':
      return {
        what: 'Closed with work left undone',
        outcome: { text: `${String(entry.open.length)} open, ${String(entry.failing.length)} failing`, tone: 'bad' },
        ...wordsOf(entry.reason),
        details: [
          ...entry.open.map((title) => `Open: ${displayLabel(title)}`),
          ...entry.failing.map((title) => `Verification fails: ${displayLabel(title)}`),
        ],
      };
    case 'undo':
      return { what: `Undid: ${undoneWhat(entry.of, names, all)}`, details: [] };
    default:
      return assertNever(entry);
  }
}

type EntryOf<K extends JournalEntry['kind']> = Extract<JournalEntry, { kind: K }>;

function stepName({ runbook }: JournalEntry): string {
  if (runbook === undefined) return 'a command';
  return runbook.title === undefined ? `step ${displayLabel(runbook.step)}` : `“${displayLabel(runbook.title)}”`;
}

function wordsOf(text: string | undefined): { readonly words?: string } {
  return text === undefined || text === '' ? {} : { words: displayText(text) };
}

function commandOutcome({ cancelled, durationMs, exitCode }: EntryOf<'commandEnded'>): EntryOutcome {
  const duration = `${(durationMs / 1000).toFixed(1)} s`;
  if (cancelled) return { text: `cancelled after ${duration}`, tone: 'bad' };
  if (exitCode === undefined) return { text: `ended without an exit code after ${duration}`, tone: 'bad' };
  return { text: `exit code ${String(exitCode)} after ${duration}`, tone: exitCode === 0 ? 'good' : 'bad' };
}

function verificationOutcome({ outcome, expected, found }: EntryOf<'verification'>): EntryOutcome {
  const wanted = displayLabel(expected);
  switch (outcome) {
    case 'holds':
      return { text: `as it should be: ${wanted}`, tone: 'good' };
    case 'differs':
      return {
        text: `found ${found === undefined ? 'nothing' : displayLabel(found)} instead of ${wanted}`,
        tone: 'bad',
      };
    case 'unknown':
      return { text: 'the resource could not be read', tone: 'plain' };
    default:
      return assertNever(outcome);
  }
}

function describeStatusChange({ action, reason, results }: EntryOf<'statusChange'>, names: EntryNames): DescribedEntry {
  const others = results.filter(({ outcome }) => outcome !== 'changed');
  const [only] = results;
  const subject =
    results.length === 1 && only !== undefined ? titleOf(only.alertKey, names) : `${String(results.length)} alerts`;
  return {
    what: `${actionWords[action]} ${subject}`,
    outcome:
      others.length === 0
        ? { text: 'accepted by Azure', tone: 'good' }
        : { text: `${String(others.length)} of ${String(results.length)} not changed`, tone: 'bad' },
    ...wordsOf(reason),
    details: results.map(({ alertKey, outcome, why }) =>
      [titleOf(alertKey, names), outcomeWords[outcome], ...(why === undefined ? [] : [displayLabel(why)])].join(' · '),
    ),
  };
}

function titleOf(alertKey: AlertKey, names: EntryNames): string {
  const title = names.alertTitle(alertKey);
  return title === undefined ? `alert ${displayLabel(alertKey)}` : `“${displayLabel(title)}”`;
}

function undoneWhat(id: string, names: EntryNames, all: readonly JournalEntry[]): string {
  const undone = all.find((entry) => entry.id === id);
  // An undo of an undo is never written; without this, a file that says so would be followed for ever.
  if (undone === undefined || undone.kind === 'undo') return 'an entry that is not here';
  return describeEntry(undone, names, []).what;
}
