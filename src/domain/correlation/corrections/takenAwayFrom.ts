import type { RowConstraints } from './rowConstraints.ts';

/** The rows of a declared incident that a person took away from others of it. Those that stayed are still its own. */
export function takenAwayFrom({ sides }: RowConstraints, rows: readonly number[]): readonly number[] {
  if (sides.size === 0) return [];
  const stayed = new Set(rows.flatMap((row) => (sides.get(row) ?? []).filter((side) => side % 2 === 1)));
  return rows.filter((row) => (sides.get(row) ?? []).some((side) => side % 2 === 0 && stayed.has(side + 1)));
}
