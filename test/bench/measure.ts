/** One line of the bench: what was measured, what it is held against, and whether it keeps to its budget. */
export interface BenchRow {
  readonly name: string;
  /** The measured figure with its unit, for people. */
  readonly measured: string;
  /** The floor of the same run, or what stands beside the figure. */
  readonly beside: string;
  readonly budget: string;
  readonly ok: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [upper = Number.NaN, lower = upper] = [sorted[middle], sorted[middle - 1]];
  return sorted.length % 2 === 1 ? upper : (upper + lower) / 2;
}

/** CPU milliseconds, user and system, of this process while the work runs. Wall time would measure the neighbours too. */
export async function cpuMilliseconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Median CPU milliseconds of two pieces of work, run in turn, so that a machine that slows down slows both. The first
 * round warms up and is not counted.
 */
export async function medianCpuOfBoth(
  rounds: number,
  a: () => unknown,
  b: () => unknown,
): Promise<{ readonly a: number; readonly b: number; readonly ratio: number }> {
  const pairs: { a: number; b: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = { a: await cpuMilliseconds(a), b: await cpuMilliseconds(b) };
    if (round > 0) pairs.push(pair);
  }
  return {
    a: median(pairs.map((pair) => pair.a)),
    b: median(pairs.map((pair) => pair.b)),
    ratio: median(pairs.map((pair) => pair.a / pair.b)),
  };
}

export const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
