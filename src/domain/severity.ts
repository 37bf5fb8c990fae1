/** Severities of the 2022-01-01 alerts API, and Unknown for any other word that the service may send one day. */
export const severities = ['High', 'Medium', 'Low', 'Informational', 'Unknown'] as const;

export type Severity = (typeof severities)[number];

/**
 * Rank for sorting, higher is worse. Unknown stands between Medium and Low: what we cannot read might be bad, so it must
 * not sink to the bottom of a long list.
 */
const rank: Readonly<Record<Severity, number>> = { High: 4, Medium: 3, Unknown: 2, Low: 1, Informational: 0 };

/** The severity that a wire word names, whatever its case; Unknown for everything else, of any type. */
export function parseSeverity(word: unknown): Severity {
  if (typeof word !== 'string') return 'Unknown';
  return severities.find((severity) => severity.toLowerCase() === word.trim().toLowerCase()) ?? 'Unknown';
}

/** Sort order, worst first. */
export function compareSeverity(a: Severity, b: Severity): number {
  return rank[b] - rank[a];
}

/** The worst of the given severities; Informational when there are none. */
export function worstSeverity(list: Iterable<Severity>): Severity {
  let worst: Severity = 'Informational';
  for (const severity of list) if (rank[severity] > rank[worst]) worst = severity;
  return worst;
}
