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
