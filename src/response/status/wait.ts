import type { Cancellation } from '../../services/ports.ts';

/** Longest time that a timer takes, in milliseconds: a longer one would fire at once. */
const longestTimer = 2 ** 31 - 1;

/** Settles after so many milliseconds, at once when cancelled. */
export function wait(milliseconds: number, cancellation?: Cancellation): Promise<void> {
  return new Promise((resolve) => {
    if (cancellation?.aborted === true) {
      resolve();
      return;
    }
    const end = (): void => {
      clearTimeout(timer);
      cancellation?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.min(milliseconds, longestTimer));
    cancellation?.addEventListener('abort', end);
  });
}
