import type { Cancellation } from '../../services/ports.ts';

/**
 * What the work gives; undefined when it was cancelled or took longer than `milliseconds`. VS Code cannot be told to stop
 * asking: what it gives after that is dropped, and a late failure is observed.
 */
export async function whileWaiting<T>(
  milliseconds: number,
  cancellation: Cancellation,
  work: () => PromiseLike<T>,
): Promise<T | undefined> {
  if (cancellation.aborted) return undefined;
  const { promise: stopped, resolve } = Promise.withResolvers<undefined>();
  const stop = (): void => resolve(undefined);
  const timer = setTimeout(stop, milliseconds);
  cancellation.addEventListener('abort', stop);
  try {
    return await Promise.race([Promise.resolve(work()), stopped]);
  } finally {
    clearTimeout(timer);
    cancellation.removeEventListener('abort', stop);
  }
}
