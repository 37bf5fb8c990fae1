/** Runs work when there is room for it, in the order in which it was handed in; settles as the work does. */
export type Limiter = <T>(work: () => Promise<T>) => Promise<T>;

/** A limiter that has room for `limit` pieces of work at once, whoever hands them in. */
export function createLimiter(limit: number): Limiter {
  let free = limit;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
