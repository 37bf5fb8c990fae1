import type { RowConstraints } from './rowConstraints.ts';

/** True when a person keeps two rows apart: themselves, or others that they must be with. */
export function keptApart({ together, sides }: RowConstraints, one: number, other: number): boolean {
  if (sides.size === 0) return false;
  const company = (row: number): readonly number[] => together.find((rows) => rows.includes(row)) ?? [row];
  const ofOne = new Set(company(one).flatMap((row) => sides.get(row) ?? []));
  return company(other).some((row) => (sides.get(row) ?? []).some((side) => ofOne.has(side ^ 1)));
}
