import type { Cancellation } from '../services/ports.ts';
import { FailureError } from './failureError.ts';

export interface Bounds {
  readonly cancellation?: Cancellation;
  /** Milliseconds after which the work has failed. */
  readonly milliseconds?: number;
}

/**
 * Settles as soon as the work does, is cancelled or takes too long, even when the work ignores its signal: a transport
 * or a credential that hangs must not hang a refresh. A late failure of abandoned work is observed, so that it does not
 * become an unhandled rejection of the extension host.
 *
 * @throws FailureError `cancelled`, or `offline` with detail ETIMEDOUT.
 */
export async function bounded<T>(bounds: Bounds, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { cancellation, milliseconds } = bounds;
  if (cancellation?.aborted === true) throw new FailureError({ kind: 'cancelled' });
  const controller = new AbortController();
  let release = () => {};
  const stopped = new Promise<never>((_, reject) => {
    const stop = (error: FailureError) => {
      reject(error);
      controller.abort();
    };
    const onAbort = () => stop(new FailureError({ kind: 'cancelled' }));
    const onLate = () => stop(new FailureError({ kind: 'offline', detail: 'ETIMEDOUT' }));
    const timer = milliseconds === undefined ? undefined : setTimeout(onLate, milliseconds);
    cancellation?.addEventListener('abort', onAbort);
    release = () => {
      clearTimeout(timer);
      cancellation?.removeEventListener('abort', onAbort);
    };
  });
  try {
    return await Promise.race([work(controller.signal), stopped]);
  } finally {
    release();
  }
}

/** A wait of so many milliseconds, which ends early as `cancelled`. */
export type Pause = (milliseconds: number, cancellation: Cancellation | undefined) => Promise<void>;

/** Waits; a cancelled wait ends at once with `cancelled`. */
export async function pause(milliseconds: number, cancellation: Cancellation | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  try {
    await bounded(
      cancellation === undefined ? {} : { cancellation },
      () => new Promise((resolve) => (timer = setTimeout(resolve, milliseconds))),
    );
  } finally {
    clearTimeout(timer);
  }
}
