import type { Deliveries } from './deliveries.ts';
import type { AlertFacts } from './facts.ts';
import { FactsReader } from './facts.ts';

/** What is to be judged in one world: each alert once, at its first delivery, without the service's incidents. */
export interface Survey {
  /** Positions among the delivered rows. */
  readonly judged: readonly number[];
  /** Number of each judged alert's campaign, -1 for a benign one. */
  readonly truth: readonly number[];
  /** Names of the campaigns by number. */
  readonly campaigns: readonly string[];
  /** What the baselines look at, for each judged alert. */
  readonly facts: AlertFacts;
}

export function surveyDeliveries(deliveries: Deliveries, withFacts: boolean): Survey {
  const [seen, numbers] = [new Set<string>(), new Map<string, number>()];
  const [judged, truth]: [number[], number[]] = [[], []];
  const reader = new FactsReader();
  let position = -1;
  for (const { row, campaign } of deliveries.labelled()) {
    position += 1;
    const { isIncident, systemAlertId } = row.properties;
    if (isIncident || seen.has(systemAlertId)) continue;
    seen.add(systemAlertId);
    judged.push(position);
    truth.push(campaign === undefined ? -1 : numberOf(numbers, campaign));
    if (withFacts) reader.read(row);
  }
  return { judged, truth, campaigns: [...numbers.keys()], facts: reader.facts() };
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const number = numbers.get(name) ?? numbers.size;
  numbers.set(name, number);
  return number;
}
