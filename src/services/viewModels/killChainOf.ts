import { compareTactics, killChainBand, tacticLabel, type KillChainBand, type Tactic } from '../../domain/killChain.ts';
import type { KillChainStage } from '../../protocol/killChainModel.ts';

const stages: readonly (readonly [KillChainBand, string])[] = [
  [0, 'Reconnaissance'],
  [1, 'Initial access'],
  [2, 'Execution'],
  [3, 'Foothold'],
  [4, 'Spread and control'],
  [5, 'Exfiltration and impact'],
];

/** All stages of the kill chain in order, each with the tactics that were seen in it. */
export function killChainOf(tactics: readonly Tactic[]): KillChainStage[] {
  const distinct = [...new Set(tactics)].sort(compareTactics);
  return stages.map(([band, label]) => {
    const seen = distinct.filter((tactic) => killChainBand(tactic) === band).map(tacticLabel);
    return { label, reached: seen.length > 0, tactics: seen };
  });
}
