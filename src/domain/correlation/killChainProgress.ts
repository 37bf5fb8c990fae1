import type { Alert } from '../alert.ts';
import { killChainBand } from '../killChain.ts';

/** Share of the reached stages that must lie on one rising path before alerts count as an advancing attack. */
const requiredProgress = 0.6;

/**
 * True when chronological alerts align with the kill chain: different detectors fired, and one alert after the other
 * reached later stages. One alert that names several stages, or one detector that repeats itself, is no progress.
 * Source of the rule: Azure Security Center's definition of an incident (alerts of a resource that align with kill-chain
 * patterns) and Defender for Cloud's incident types ("in chronological order, following MITRE ATT&CK").
 */
export function alignsWithKillChain(chronological: readonly Alert[]): boolean {
  if (new Set(chronological.map(({ alertType }) => alertType)).size < 2) return false;
  const stages = new Set(chronological.flatMap(bandsOf));
  const rise = longestRise(chronological);
  return rise >= 2 && rise / stages.size >= requiredProgress;
}

function bandsOf({ tactics }: Alert): readonly number[] {
  return [...new Set(tactics.map(killChainBand))];
}

/** Most alerts that can be picked in order so that each reaches a later stage than the one before. */
function longestRise(chronological: readonly Alert[]): number {
  /** Longest path that ends in each of the six bands. */
  const longest = [0, 0, 0, 0, 0, 0];
  for (const alert of chronological) {
    // All from the state before this alert: it can be on a path only once.
    const extended = bandsOf(alert).map((band) => [band, 1 + Math.max(0, ...longest.slice(0, band))] as const);
    for (const [band, length] of extended) longest[band] = Math.max(longest[band] ?? 0, length);
  }
  return Math.max(...longest);
}
