/**
 * Work that can be interrupted: it yields wherever it may wait, at the latest after about a millisecond, and gives its
 * result at the end. Whoever runs it decides how much of it to do at once.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all of the work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
