const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * What an entity says about the attack. An `actor` is who does it, a `trace` is what they leave behind (a process, a
 * file, a domain that is called), a `target` is what it is done to. Targets are shared by everybody who touches them.
 */
type EvidenceSide = 'actor' | 'trace' | 'target';

export interface EvidenceKind {
  readonly side: EvidenceSide;
  /** In words, for explanations: "the same {noun}". */
  readonly noun: string;
  /** How often alerts that share it, with nothing else known, belong to one attack: 0 to 1. */
  readonly affinity: number;
  /** Occurrences a day that are expected of one with no attack at all, before anything of it was observed. */
  readonly chance: number;
  /** Beyond this gap the sharing says nothing. Milliseconds. */
  readonly longestGap: number;
}

/**
 * Kinds of evidence, strongest identity first. Sources: Sentinel's strong and weak identifiers; the classes of
 * Defender for Cloud's incident types (resource, address, identity, process). The figures are ours, from tuning data.
 */
export const evidenceKinds = {
  session: { side: 'trace', noun: 'process or session', affinity: 0.97, chance: 0.0012, longestGap: 14 * day },
  fileHash: { side: 'trace', noun: 'file', affinity: 0.9, chance: 0.003, longestGap: 5 * day },
  address: { side: 'actor', noun: 'address', affinity: 0.93, chance: 0.006, longestGap: 5 * day },
  domain: { side: 'trace', noun: 'domain', affinity: 0.9, chance: 0.0012, longestGap: 10 * day },
  account: { side: 'actor', noun: 'account', affinity: 0.86, chance: 0.15, longestGap: 5 * day },
  resource: { side: 'target', noun: 'resource', affinity: 0.6, chance: 0.03, longestGap: 4 * day },
  file: { side: 'trace', noun: 'file path', affinity: 0.5, chance: 0.006, longestGap: 4 * day },
  command: { side: 'trace', noun: 'command line', affinity: 0.6, chance: 0.004, longestGap: 7 * day },
  workload: { side: 'target', noun: 'workload', affinity: 0.65, chance: 0.01, longestGap: 4 * day },
  privateAddress: { side: 'target', noun: 'private address', affinity: 0.35, chance: 0.1, longestGap: 2 * day },
} as const satisfies Readonly<Record<string, EvidenceKind>>;

export type EvidenceKindName = keyof typeof evidenceKinds;

/** The kinds by number, as tables hold them. */
export const evidenceKindNames = Object.keys(evidenceKinds) as readonly EvidenceKindName[];

const numbers = new Map(evidenceKindNames.map((name, number) => [name, number]));

export function evidenceKindNumber(name: EvidenceKindName): number {
  return numbers.get(name) ?? 0;
}

const kinds: readonly EvidenceKind[] = Object.values(evidenceKinds);

export function evidenceKindOf(number: number): EvidenceKind {
  return kinds[number] ?? evidenceKinds.privateAddress;
}
