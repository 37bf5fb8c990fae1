import type { Alert } from '../alert.ts';
import type { KillChainBand } from '../killChain.ts';
import { killChainBand } from '../killChain.ts';

/** Share of the bands that must be reached in rising order before alerts count as one advancing attack. */
const requiredProgress = 0.6;

/**
 * True when chronological alerts align with the kill chain: at least two different stages were reached, and most of
 * them in rising order. Source of the rule: Azure Security Center's definition of an incident (alerts of a resource that
 * align with kill-chain patterns) and Defender for Cloud's incident types ("in chronological order, following MITRE
 * ATT&CK").
 */
export function alignsWithKillChain(chronological: readonly Alert[]): boolean {
  const reached = bandsInOrderReached(chronological);
  if (reached.length < 2) return false;
  return longestRise(reached) / reached.length >= requiredProgress && longestRise(reached) >= 2;
}

/** The distinct bands in the order in which each was first seen. */
function bandsInOrderReached(chronological: readonly Alert[]): readonly KillChainBand[] {
  const reached = new Set<KillChainBand>();
  for (const alert of chronological) {
    for (const tactic of alert.tactics) reached.add(killChainBand(tactic));
  }
  return [...reached];
}

/** Length of the longest strictly rising subsequence; at most six bands, so the square cost is nothing. */
function longestRise(bands: readonly KillChainBand[]): number {
  const best: number[] = [];
  bands.forEach((band, index) => {
    const before = best.filter((_, earlier) => (bands[earlier] ?? band) < band);
    best[index] = 1 + Math.max(0, ...before);
  });
  return Math.max(0, ...best);
}
