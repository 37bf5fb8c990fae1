import type { JournalEntry } from '../journal/journalEntry.ts';
import type { RunEnd } from './runOutcome.ts';

/** What is known of a step of a runbook. Times are epoch milliseconds. */
export type StepStanding =
  | { readonly kind: 'toDo' }
  /** It runs in this window. */
  | { readonly kind: 'running'; readonly at: number }
  /** It was started, here or in another window, and nobody wrote down how it ended. */
  | { readonly kind: 'unfinished'; readonly at: number; readonly by: string }
  | { readonly kind: 'ran'; readonly at: number; readonly by: string; readonly end: RunEnd }
  /** The resource has what the step is to bring about. */
  | { readonly kind: 'verified'; readonly at: number }
  | { readonly kind: 'differs'; readonly at: number; readonly expected: string; readonly found?: string }
  /** The resource had it, and has it no more. */
  | { readonly kind: 'regressed'; readonly at: number; readonly expected: string; readonly found?: string }
  | { readonly kind: 'byHand'; readonly at: number; readonly by: string }
  | { readonly kind: 'skipped'; readonly at: number; readonly by: string; readonly reason?: string }
  | { readonly kind: 'undone'; readonly at: number; readonly by: string };

/** What the journal says of one step. */
export interface StepHistory {
  readonly standing: StepStanding;
  /** What its command, or its what-if or undo, wrote last. */
  readonly output?: string;
  /** Its command was run, and not undone since. */
  readonly hasRun?: true;
  /** The resource was like that before the command ran: undoing it takes away what the command did not bring. */
  readonly heldBefore?: true;
}

const untouched: StepHistory = { standing: { kind: 'toDo' } };

/** How a step stands after what the journal says of it. @param entries of this step alone, in the order of their times. */
export function stepHistoryOf(entries: readonly JournalEntry[]): StepHistory {
  return entries.reduce(after, untouched);
}

function after(history: StepHistory, entry: JournalEntry): StepHistory {
  const { at, by } = entry;
  switch (entry.kind) {
    case 'stepState':
      return { ...history, standing: standingByHand(entry) };
    case 'commandStarted':
      return partOf(entry) === undefined
        ? { ...history, standing: { kind: 'unfinished', at, by }, hasRun: true }
        : history;
    case 'commandEnded': {
      const standing = standingAfterRun(history.standing, entry);
      return { ...(standing.kind === 'undone' ? {} : history), standing, output: entry.output };
    }
    case 'verification':
      return { ...heldOf(history, entry.outcome), standing: standingAfterVerification(history.standing, entry) };
    default:
      return history;
  }
}

/** A look before the command ran says how the resource was; a later one, what the command did. */
function heldOf(history: StepHistory, outcome: 'holds' | 'differs' | 'unknown'): StepHistory {
  if (history.hasRun === true || outcome === 'unknown') return history;
  const { heldBefore: _, ...rest } = history;
  return outcome === 'holds' ? { ...rest, heldBefore: true } : rest;
}

function standingByHand({ at, by, state, reason }: Extract<JournalEntry, { kind: 'stepState' }>): StepStanding {
  if (state === 'toDo') return { kind: 'toDo' };
  if (state === 'done') return { kind: 'byHand', at, by };
  return { kind: 'skipped', at, by, ...(reason === undefined ? {} : { reason }) };
}

function standingAfterRun(before: StepStanding, entry: Extract<JournalEntry, { kind: 'commandEnded' }>): StepStanding {
  const { at, by } = entry;
  const part = partOf(entry);
  if (part === undefined) return { kind: 'ran', at, by, end: endOf(entry) };
  return part === 'undo' && entry.exitCode === 0 ? { kind: 'undone', at, by } : before;
}

function endOf({ exitCode, cancelled }: Extract<JournalEntry, { kind: 'commandEnded' }>): RunEnd {
  if (cancelled) return { kind: 'cancelled' };
  return exitCode === undefined ? { kind: 'killed' } : { kind: 'exited', exitCode };
}

/** What could not be read says nothing: the step stands as it stood. */
function standingAfterVerification(
  before: StepStanding,
  {
    at,
    outcome,
    expected,
    found,
  }: Pick<Extract<JournalEntry, { kind: 'verification' }>, 'at' | 'outcome' | 'expected' | 'found'>,
): StepStanding {
  if (outcome === 'holds') return { kind: 'verified', at };
  // That what was undone is no longer so is what undoing is for.
  if (outcome === 'unknown' || before.kind === 'undone') return before;
  const held = before.kind === 'verified' || before.kind === 'regressed';
  return { kind: held ? 'regressed' : 'differs', at, expected, ...(found === undefined ? {} : { found }) };
}

function partOf({ runbook }: JournalEntry): 'undo' | 'whatIf' | undefined {
  return runbook?.part;
}

/** Nothing is left to do about a step that stands like this. @param verifiable whether the resource can tell. */
export function isDone(standing: StepStanding, verifiable: boolean): boolean {
  switch (standing.kind) {
    case 'verified':
    case 'byHand':
    case 'skipped':
      return true;
    case 'ran':
      return !verifiable && standing.end.kind === 'exited' && standing.end.exitCode === 0;
    default:
      return false;
  }
}

/** How a step stands in the way of closing an incident. A failing one was looked at on the resource. */
export function gateStanding(standing: StepStanding, verifiable: boolean): 'settled' | 'open' | 'failing' {
  if (standing.kind === 'differs' || standing.kind === 'regressed') return 'failing';
  return isDone(standing, verifiable) ? 'settled' : 'open';
}
