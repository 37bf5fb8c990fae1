import type { AlertColumns } from '../alertTable.ts';
import { killChainShape } from './killChainShape.ts';

/** What one alert adds, by severity rank (Unknown, Informational, Low, Medium, High). */
const shares = [0.05, 0.02, 0.08, 0.25, 0.5];

/** One detector counts this often and no more: repeating itself makes an incident longer, not worse. */
const perDetector = 3;

/**
 * 0 to 100: how much an incident deserves to be looked at first. Severities add up like independent chances; reaching
 * far along the kill chain, in order, and to its end weighs the sum. The cap by detector is that of risk-based alerting.
 */
export function incidentScore(columns: AlertColumns, rows: readonly number[]): number {
  const counted = new Map<number, number>();
  let quiet = 1;
  for (const row of rows) {
    const type = columns.type[row] as number;
    const times = counted.get(type) ?? 0;
    if (times >= perDetector) continue;
    counted.set(type, times + 1);
    quiet *= 1 - (shares[columns.severity[row] as number] ?? 0);
  }
  const { reached, progress, highest } = killChainShape(columns, rows);
  const weight = 0.55 + 0.2 * (reached / 6) + 0.15 * progress + (highest >= 4 ? 0.1 : 0);
  return Math.round(100 * (1 - quiet) * weight);
}
