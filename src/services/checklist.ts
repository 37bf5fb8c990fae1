import type { AlertKey } from '../domain/alert.ts';
import type { RemediationStep } from '../domain/remediation/step.ts';
import type { ChecklistProgress, StepProgress, StepState } from '../domain/remediation/stepProgress.ts';
import type { Unsubscribe } from './listeners.ts';

/** Longest reason for a skip, in UTF-16 units: a sentence or two, and a stored record stays under 4 KB. */
export const reasonLimit = 500;

/** A remediation checklist as it stands. Every step that is shown with a box counts, nested ones too. */
export interface Checklist {
  readonly alertKey: AlertKey;
  readonly steps: readonly RemediationStep[];
  readonly progress: ChecklistProgress;
  readonly done: number;
  readonly skipped: number;
  readonly total: number;
}

/** What became of a decision: stored, or why not. An unsaved decision is not kept in memory either. */
export type SetStepOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly why: 'noReason' | 'reasonTooLong' | 'badTime' | 'unknownStep' }
  | { readonly kind: 'notSaved'; readonly why: 'readOnly' | 'unwritable' };

/** What the reader must know about stored progress. Texts are the host's; these are facts only, never alert text. */
export type ChecklistNotice =
  /** A stored copy was damaged and has been rebuilt from the other; the damaged one is kept beside it. */
  | { readonly kind: 'recovered'; readonly unreadableRecords: number; readonly quarantinedAs: string }
  /** A newer version of the product wrote here: progress is shown, never changed. */
  | { readonly kind: 'readOnly' }
  /** Progress could not be read: what is shown may be less than what was decided. */
  | { readonly kind: 'unreadable'; readonly code: string }
  /** Nothing could be stored, or only one copy of two. */
  | { readonly kind: 'unwritable'; readonly code: string; readonly copiesWritten: 0 | 1 }
  /** Changes made in other windows show only when this window gets the focus. */
  | { readonly kind: 'notWatching'; readonly code: string };

/** Where checklists live. */
export interface ChecklistStore {
  /** Never throws: what could not be read is told through a notice. */
  load(alertKey: AlertKey): Promise<ChecklistProgress>;
  /** What is known without waiting, for list rows; undefined until the first load has ended. */
  peek(alertKey: AlertKey): ChecklistProgress | undefined;
  setStep(alertKey: AlertKey, stepKey: string, progress: StepProgress): Promise<SetStepOutcome>;
  /** Hears every change, those of other windows too. */
  onDidChange(listener: (alertKey: AlertKey) => void): Unsubscribe;
}

/** One alert's checklist with its counts. Progress of steps that the alert no longer has is kept, and not counted. */
export function checklistOf(
  alertKey: AlertKey,
  steps: readonly RemediationStep[],
  progress: ChecklistProgress,
): Checklist {
  return { alertKey, steps, progress, ...countSteps(steps, (step) => progress.get(step.key)?.state) };
}

/** Counts every step of the tree by its state; untouched steps count as to do. */
export function countSteps<Step extends { readonly children: readonly Step[] }>(
  steps: readonly Step[],
  stateOf: (step: Step) => StepState | undefined,
): { readonly done: number; readonly skipped: number; readonly total: number } {
  let done = 0;
  let skipped = 0;
  let total = 0;
  const count = (step: Step): void => {
    const kind = stateOf(step)?.kind;
    total += 1;
    if (kind === 'done') done += 1;
    if (kind === 'skipped') skipped += 1;
    step.children.forEach(count);
  };
  steps.forEach(count);
  return { done, skipped, total };
}

/** Why a decision cannot be accepted, or undefined when it can. */
export function refusalOf({ state, at }: StepProgress): SetStepOutcome | undefined {
  if (!Number.isSafeInteger(at) || at < 0) return { kind: 'refused', why: 'badTime' };
  if (state.kind !== 'skipped') return undefined;
  if (state.reason.trim() === '') return { kind: 'refused', why: 'noReason' };
  if (state.reason.length > reasonLimit) return { kind: 'refused', why: 'reasonTooLong' };
  return undefined;
}

/**
 * A new decision placed after the one it replaces. Without this, a window whose clock is behind could never overrule
 * a decision made in a window whose clock is ahead.
 */
export function decideAfter(previous: StepProgress | undefined, next: StepProgress): StepProgress {
  if (previous === undefined || next.at > previous.at) return next;
  return { ...next, at: previous.at + 1 };
}
