import type { AlertKey } from '../alert.ts';
import type { EvidenceKindName } from './evidence/evidenceKind.ts';

/**
 * What made a link: evidence of its own, a second look at all that two groups share, the service, or the person. Only
 * paths have `repeat`: the same detector said the same about the same things within the hour.
 */
export type LinkStep = 'core' | 'secondLook' | 'service' | 'person' | 'repeat';

/** How the later alert stands to the earlier one along the kill chain. */
export type LinkStage = 'advances' | 'regresses' | 'sameDetector' | 'level' | 'unknown';

export interface SharedEvidence {
  readonly kind: EvidenceKindName;
  /** The folded key. Written by whoever wrote the alert: shown as text only. */
  readonly key: string;
  /** How many times more likely the sharing is inside one attack than by chance; 1 says nothing (a hub). */
  readonly likelihood: number;
  /** It is on a person's stop list, and counts for nothing. */
  readonly stopped?: true;
}

/** What two alerts have to do with each other. */
export interface CorrelationTie {
  /** 0 to 1: how likely the two are of one attack, by this alone. */
  readonly probability: number;
  /** Milliseconds between the end of the earlier and the start of the later; 0 when they overlap or a time is unknown. */
  readonly gap: number;
  readonly stage: LinkStage;
  /**
   * How many times more likely the two detectors speak in one attack than beside each other by chance, learnt from the
   * other alerts; less than 1 speaks against it, 1 says nothing.
   */
  readonly company: number;
  /** Strongest first. */
  readonly shared: readonly SharedEvidence[];
  /** Both name an actor of one kind, and not the same. */
  readonly actorsDiffer: boolean;
}

/**
 * Why two alerts are in one incident. The links of an incident are a tree over its alerts: one fewer than alerts, and
 * exactly one path between any two.
 */
export interface CorrelationLink extends CorrelationTie {
  readonly from: AlertKey;
  readonly to: AlertKey;
  readonly step: LinkStep;
}
