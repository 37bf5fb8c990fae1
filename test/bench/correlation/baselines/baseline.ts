import type { AlertFacts } from '../facts.ts';

/** A published rule as a sketch: the number of each alert's group, -1 where it is alone. */
export interface Baseline {
  readonly name: string;
  readonly group: (facts: AlertFacts) => Int32Array;
}

/** Positions of the alerts, earliest first. */
export function chronological({ times }: AlertFacts): readonly number[] {
  return times.map((_, index) => index).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
}

/** Alerts that name each key, earliest first. */
export function byKey(facts: AlertFacts, keys: readonly (readonly number[])[]): ReadonlyMap<number, readonly number[]> {
  const index = new Map<number, number[]>();
  for (const alert of chronological(facts)) {
    for (const key of keys[alert] ?? []) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [alert]);
      else known.push(alert);
    }
  }
  return index;
}
