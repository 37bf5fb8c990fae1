export interface Steps {
  /** Runs one step, and prints when it begins and how long it took. Steps may run side by side. */
  readonly run: <T>(what: string, step: () => Promise<T>) => Promise<T>;
  /** Since the first step was announced, as a person reads it, e.g. `12.3 s`. */
  readonly elapsed: () => string;
}

/**
 * Shows a person that work goes on, one line at a time, so that it reads the same on a terminal and in a log.
 * @param now milliseconds on a clock that never goes back.
 */
export function announceSteps(print: (line: string) => void, now: () => number = () => performance.now()): Steps {
  const begin = now();
  return {
    run: async (what, step) => {
      const stepBegin = now();
      print(`  …  ${what}`);
      const result = await step();
      print(`  ✔  ${what} (${seconds(now() - stepBegin)})`);
      return result;
    },
    elapsed: () => seconds(now() - begin),
  };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
