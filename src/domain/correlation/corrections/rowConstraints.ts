import type { PositionOf } from '../alertRows.ts';
import type { Corrections } from './corrections.ts';

/** Corrections on rows of a table: those whose alerts are in the list. Plain data. */
export interface RowConstraints {
  /** Rows that must be in one incident, chronological; each set is an incident that a person made. */
  readonly together: readonly (readonly number[])[];
  /**
   * The sides on which a row stands: 2 × separation when it was taken away, 2 × separation + 1 when it stayed. Two
   * groups that hold both sides of a separation must not become one.
   */
  readonly sides: ReadonlyMap<number, readonly number[]>;
  /**
   * For a row that was taken away, or must be with one that was, by which separations, as a number; no entry for
   * others. Only rows with the same number may be one episode: then no episode holds both sides.
   */
  readonly cuts: ReadonlyMap<number, number>;
}

export const noConstraints: RowConstraints = { together: [], sides: new Map(), cuts: new Map() };

/** @param rowOf rows by the alerts' keys. */
export function rowConstraints(corrections: Corrections, rowOf: PositionOf): RowConstraints {
  const { together, apart } = corrections;
  if (together.length + apart.length === 0) return noConstraints;
  const rowsOf = (keys: readonly string[]): readonly number[] =>
    keys.flatMap((key) => rowOf.get(key) ?? []).sort((a, b) => a - b);
  const sets = together.map(rowsOf).filter((rows) => rows.length > 0);
  const separations = apart
    .map(({ away, stayed }) => ({ away: rowsOf(away), stayed: rowsOf(stayed) }))
    .filter(({ away, stayed }) => away.length > 0 && stayed.length > 0);
  const sides = new Map<number, number[]>();
  separations.forEach(({ away, stayed }, separation) => {
    for (const row of away) push(sides, row, 2 * separation);
    for (const row of stayed) push(sides, row, 2 * separation + 1);
  });
  return { together: sets, sides, cuts: cutsOf(sets, separations) };
}

function cutsOf(
  sets: readonly (readonly number[])[],
  separations: readonly { readonly away: readonly number[] }[],
): ReadonlyMap<number, number> {
  const setOf = new Map(sets.flatMap((set) => set.map((row) => [row, set] as const)));
  const takenBy = new Map<number, Set<number>>();
  separations.forEach(({ away }, separation) => {
    for (const row of away) {
      const first = setOf.get(row)?.[0] ?? row;
      const known = takenBy.get(first);
      if (known === undefined) takenBy.set(first, new Set([separation]));
      else known.add(separation);
    }
  });
  const numbers = new Map<string, number>();
  const cuts = new Map<number, number>();
  for (const [first, taken] of takenBy) {
    const name = [...taken].join(' ');
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    for (const row of setOf.get(first) ?? [first]) cuts.set(row, number);
  }
  return cuts;
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
