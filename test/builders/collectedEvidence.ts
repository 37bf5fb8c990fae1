import { EvidenceCollector } from '../../src/domain/correlation/evidence/alertEvidence.ts';
import type { CorrelationFacts } from '../../src/domain/correlation/evidence/correlationFacts.ts';

/** What an alert tells, in words: "address 203.0.113.7", "resource /subscriptions/… = host web-1 in …". */
export interface CollectedEvidence {
  readonly found: readonly string[];
  readonly aliases: readonly string[];
}

export function collectedEvidence(alert: CorrelationFacts): CollectedEvidence {
  const found: string[] = [];
  const aliases: string[] = [];
  const collector = new EvidenceCollector({
    add: (kind, key) => {
      found.push(`${kind} ${key}`);
    },
    alias: (kind, key, other) => {
      aliases.push(`${kind} ${key} = ${other}`);
    },
  });
  collector.collect(alert);
  return { found, aliases };
}
