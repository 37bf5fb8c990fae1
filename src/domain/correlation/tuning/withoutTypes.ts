import type { AlertColumns } from '../alertTable.ts';

/**
 * The same alerts, with nothing to connect those of the excluded types: they keep their rows, and each stands alone. Nor
 * do they count for how common a thing is, as if nobody had seen what they name.
 *
 * @param excluded alert types in lower case.
 */
export function withoutTypes(alerts: AlertColumns, excluded: readonly string[]): AlertColumns {
  if (excluded.length === 0) return alerts;
  const types = excludedTypes(alerts, excluded);
  if (types.size === 0) return alerts;
  const evidenceFrom = new Int32Array(alerts.size + 1);
  const evidence: number[] = [];
  for (let row = 0; row < alerts.size; row += 1) {
    const silent = types.has(alerts.type[row] as number);
    const to = alerts.evidenceFrom[row + 1] as number;
    for (let at = silent ? to : (alerts.evidenceFrom[row] as number); at < to; at += 1) {
      evidence.push(alerts.evidence[at] as number);
    }
    evidenceFrom[row + 1] = evidence.length;
  }
  return { ...alerts, evidenceFrom, evidence: Int32Array.from(evidence) };
}

function excludedTypes({ typeNames }: AlertColumns, excluded: readonly string[]): ReadonlySet<number> {
  const names = new Set(excluded);
  return new Set([...typeNames.keys()].filter((type) => names.has((typeNames[type] ?? '').toLowerCase())));
}
