/**
 * Tactics in kill-chain order: MITRE ATT&CK's enterprise tactics and the older names that the alerts API still sends
 * (PreAttack, Probing, Exploitation). The order is explicit because the API's own enumeration is not in chain order.
 */
export const tactics = [
  'Reconnaissance',
  'ResourceDevelopment',
  'PreAttack',
  'Probing',
  'InitialAccess',
  'Exploitation',
  'Execution',
  'Persistence',
  'PrivilegeEscalation',
  'DefenseEvasion',
  'CredentialAccess',
  'Discovery',
  'LateralMovement',
  'Collection',
  'CommandAndControl',
  'Exfiltration',
  'Impact',
] as const;

export type Tactic = (typeof tactics)[number];

/**
 * Coarse stages an attack moves through. Tactics inside one band happen in any order, so only a step from band to band
 * says that an attack progresses.
 */
export type KillChainBand = 0 | 1 | 2 | 3 | 4 | 5;

const bands: Readonly<Record<Tactic, KillChainBand>> = {
  Reconnaissance: 0,
  ResourceDevelopment: 0,
  PreAttack: 0,
  Probing: 0,
  InitialAccess: 1,
  Exploitation: 1,
  Execution: 2,
  Persistence: 3,
  PrivilegeEscalation: 3,
  DefenseEvasion: 3,
  CredentialAccess: 3,
  Discovery: 3,
  LateralMovement: 4,
  Collection: 4,
  CommandAndControl: 4,
  Exfiltration: 5,
  Impact: 5,
};

const order = new Map<Tactic, number>(tactics.map((tactic, index) => [tactic, index]));
const byFoldedName = new Map<string, Tactic>(tactics.map((tactic) => [tactic.toLowerCase(), tactic]));

export function killChainBand(tactic: Tactic): KillChainBand {
  return bands[tactic];
}

/** Sort order along the kill chain, earliest stage first. */
export function compareTactics(a: Tactic, b: Tactic): number {
  return (order.get(a) ?? 0) - (order.get(b) ?? 0);
}

export interface ParsedIntent {
  readonly tactics: readonly Tactic[];
  /** Words that name no tactic we know, as sent; "Unknown" is not among them. */
  readonly unrecognized: readonly string[];
}

/**
 * Reads an alert's `intent`: one string that may name several tactics ("DefenseEvasion, LateralMovement"). Accepts
 * spaces inside a name ("Lateral Movement"). Anything that is not a string names nothing.
 */
export function parseIntent(intent: unknown): ParsedIntent {
  if (typeof intent !== 'string') return { tactics: [], unrecognized: [] };
  const found: Tactic[] = [];
  const unrecognized: string[] = [];
  for (const part of intent.split(',')) {
    const folded = part.replaceAll(/[\s_-]/g, '').toLowerCase();
    if (folded === '' || folded === 'unknown') continue;
    const tactic = byFoldedName.get(folded);
    if (tactic === undefined) unrecognized.push(part.trim());
    else if (!found.includes(tactic)) found.push(tactic);
  }
  return { tactics: found.sort(compareTactics), unrecognized };
}

/** A tactic's name in words, for people: "Command and control". */
export function tacticLabel(tactic: Tactic): string {
  if (tactic === 'PreAttack') return 'Pre-attack';
  const words = tactic.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
