import { vi } from 'vitest';

/** Lets time pass, under fake timers, until a promise has settled: its value, and the milliseconds that it took. */
export async function settle<T>(promise: Promise<T>): Promise<{ value: T; waited: number }> {
  const began = Date.now();
  const end = { reached: false };
  void promise.finally(() => (end.reached = true));
  for (let step = 0; step < 3_000 && !end.reached; step += 1) await vi.advanceTimersByTimeAsync(100);
  return { value: await promise, waited: Date.now() - began };
}
