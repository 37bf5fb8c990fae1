/** A step of a runbook, as far as closing an incident asks. */
export interface GateStep {
  /** In words, as people know it. */
  readonly title: string;
  readonly mandatory: boolean;
  /**
   * `settled`: done, verified, or skipped with a reason. `open`: nothing of that, or under way. `failing`: the resource
   * was read and is not as the step would have it, be it for the first time or again.
   */
  readonly standing: 'settled' | 'open' | 'failing';
}

/** What stands against closing an incident; empty lists where nothing does. Titles of steps, each once. */
export interface OpenWork {
  readonly open: readonly string[];
  readonly failing: readonly string[];
}

/**
 * What would be left undone if an incident were closed now: mandatory steps that are open, and all verifications that
 * fail, since a fix that does not hold is worth knowing even where it was optional.
 */
export function openWork(steps: Iterable<GateStep>): OpenWork {
  const open = new Set<string>();
  const failing = new Set<string>();
  for (const { mandatory, standing, title } of steps) {
    if (standing === 'failing') failing.add(title);
    else if (standing === 'open' && mandatory) open.add(title);
  }
  return { open: [...open], failing: [...failing] };
}

/** True where an incident may be closed without a word. */
export function isClear({ open, failing }: OpenWork): boolean {
  return open.length === 0 && failing.length === 0;
}
