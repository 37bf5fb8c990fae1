import type { Pauses } from '../../services/slices.ts';

/** As for `inSlices`: typing must not stutter. Milliseconds. */
const sliceMilliseconds = 8;

/** Lets others have their turn between pieces of work that together take long. Call it after each piece. */
export function breather(pauses: Pauses): () => Promise<void> | undefined {
  let end = pauses.now() + sliceMilliseconds;
  return () => {
    if (pauses.now() < end) return undefined;
    return new Promise((resolve) => {
      pauses.soon(() => {
        end = pauses.now() + sliceMilliseconds;
        resolve();
      });
    });
  };
}
