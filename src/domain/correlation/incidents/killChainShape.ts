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

/** @param rows chronological. */
export function killChainShape({ bands }: AlertColumns, rows: readonly number[]): KillChainShape {
  const order: number[] = [];
  for (const row of rows) {
    for (let band = 0; band < 6; band += 1) {
      if (((bands[row] as number) >> band) & 1 && !order.includes(band)) order.push(band);
    }
  }
  return {
    reached: order.length,
    steps: mostSteps(bands, rows),
    progress: order.length === 0 ? 0 : longestRise(order) / order.length,
    lowest: order.length === 0 ? -1 : Math.min(...order),
    highest: order.length === 0 ? -1 : Math.max(...order),
  };
}

/** Length of the longest rising subsequence of at most six distinct numbers. */
function longestRise(order: readonly number[]): number {
  const longest: number[] = [];
  for (const [at, band] of order.entries()) {
    longest.push(
      1 + Math.max(0, ...order.slice(0, at).map((other, index) => (other < band ? (longest[index] ?? 0) : 0))),
    );
  }
  return Math.max(...longest);
}

/** An alert that names several bands takes one step, not several. */
function mostSteps(bands: Uint8Array, rows: readonly number[]): number {
  const longest = [0, 0, 0, 0, 0, 0];
  for (const row of rows) {
    // From the last band down: what this alert reaches must not count as a step before itself.
    for (let band = 5; band >= 0; band -= 1) {
      if ((((bands[row] as number) >> band) & 1) === 0) continue;
      longest[band] = Math.max(longest[band] ?? 0, 1 + Math.max(0, ...longest.slice(0, band)));
    }
  }
  return Math.max(...longest);
}
