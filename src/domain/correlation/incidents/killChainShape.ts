import type { AlertColumns } from '../alertTable.ts';

/** How the alerts of a group lie on the kill chain. */
export interface KillChainShape {
  /** Distinct bands reached, of six; alerts without a known tactic reach none. */
  readonly reached: number;
  /** 0 to 1: the longest run of never earlier bands, by first occurrence, as a share of the bands reached. */
  readonly progress: number;
  /** Most alerts that can be picked in order so that each reaches a later band than the one before. */
  readonly steps: number;
  /** -1 when no band is known. */
  readonly lowest: number;
  readonly highest: number;
}

const bandCount = 6;

/** @param rows chronological. */
export function killChainShape({ bands }: AlertColumns, rows: readonly number[]): KillChainShape {
  const order: number[] = [];
  /** For each band the most steps of a path that ends there. */
  const steps = [0, 0, 0, 0, 0, 0];
  for (const row of rows) {
    const reached = bands[row] as number;
    for (let band = 0; band < bandCount; band += 1) {
      if ((reached >> band) & 1 && !order.includes(band)) order.push(band);
    }
    takeSteps(steps, reached);
  }
  return {
    reached: order.length,
    steps: Math.max(...steps),
    progress: order.length === 0 ? 0 : longestRise(order) / order.length,
    lowest: order.length === 0 ? -1 : Math.min(...order),
    highest: order.length === 0 ? -1 : Math.max(...order),
  };
}

/** Length of the longest rising subsequence of at most six distinct numbers. */
function longestRise(order: readonly number[]): number {
  const longest = [0, 0, 0, 0, 0, 0];
  for (const band of order) longest[band] = 1 + mostBelow(longest, band);
  return Math.max(...longest);
}

/** An alert that names several bands takes one step, not several. */
function takeSteps(steps: number[], reached: number): void {
  // From the last band down: what this alert reaches must not count as a step before itself.
  for (let band = bandCount - 1; band >= 0; band -= 1) {
    if ((reached >> band) & 1) steps[band] = Math.max(steps[band] as number, 1 + mostBelow(steps, band));
  }
}

function mostBelow(counts: readonly number[], band: number): number {
  let most = 0;
  for (let below = 0; below < band; below += 1) most = Math.max(most, counts[below] as number);
  return most;
}
