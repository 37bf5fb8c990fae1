/** A step is to do, done, or skipped with a reason. */
export type StepState =
  { readonly kind: 'toDo' } | { readonly kind: 'done' } | { readonly kind: 'skipped'; readonly reason: string };

/** What somebody decided about one step. `at` is epoch milliseconds UTC. */
export interface StepProgress {
  readonly state: StepState;
  /** The account or operating-system user who decided. */
  readonly by: string;
  readonly at: number;
}

/** Progress of one alert's checklist, by step key. Steps that nobody touched are absent. */
export type ChecklistProgress = ReadonlyMap<string, StepProgress>;

/**
 * The decision that holds when two copies of a step's history meet: the later one; at the same instant the greater by
 * name, then by state. A total order, so that merging is commutative, associative and idempotent: copies may meet in
 * any order, any number of times, and every window ends with the same answer.
 */
export function laterProgress(a: StepProgress, b: StepProgress): StepProgress {
  return compareProgress(a, b) >= 0 ? a : b;
}

/** True when two copies of a decision agree on what, why, who and when. */
export function sameProgress(a: StepProgress, b: StepProgress): boolean {
  return compareProgress(a, b) === 0;
}

function compareProgress(a: StepProgress, b: StepProgress): number {
  if (a.at !== b.at) return a.at - b.at;
  return compareText(a.by, b.by) || compareText(a.state.kind, b.state.kind) || compareText(reasonOf(a), reasonOf(b));
}

function reasonOf({ state }: StepProgress): string {
  return state.kind === 'skipped' ? state.reason : '';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
