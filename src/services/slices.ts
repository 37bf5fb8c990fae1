import type { Steps } from '../domain/steps.ts';

/** When to pause, and how: a port, so that tests decide how much is done at once. */
export interface Pauses {
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Calls `next` soon, after whatever else is waiting had its turn; gives a way to call it off. */
  soon(next: () => void): Cancel;
}

/** Calls something off; calling it again does nothing. */
export type Cancel = () => void;

/** Work is interrupted after this many milliseconds: a frame of a screen is sixteen, and typing must not stutter. */
const sliceMilliseconds = 8;

/**
 * Does work in slices, with pauses between in which others have their turn. What fits into one slice is done before this
 * returns. `done` or `failed` is called once, unless the work is called off before.
 */
export function inSlices<T>(
  steps: Steps<T>,
  pauses: Pauses,
  done: (result: T) => void,
  failed: (error: unknown) => void,
): Cancel {
  let cancelPause: Cancel | undefined;
  const slice = (): void => {
    cancelPause = undefined;
    const end = pauses.now() + sliceMilliseconds;
    let step: IteratorResult<undefined, T>;
    try {
      do step = steps.next();
      while (step.done !== true && pauses.now() < end);
    } catch (error) {
      failed(error);
      return;
    }
    if (step.done === true) done(step.value);
    else cancelPause = pauses.soon(slice);
  };
  slice();
  return () => {
    cancelPause?.();
  };
}

/** The same as a promise, which is rejected when the work throws. */
export function sliced<T>(steps: Steps<T>, pauses: Pauses): Promise<T> {
  return new Promise((resolve, reject) => {
    inSlices(steps, pauses, resolve, reject);
  });
}
