import type { Json } from '../../domain/json.ts';

/** Whether a value is nested deeper than so many levels. */
export function isDeeperThan(levels: number, value: Json | undefined): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  const items: readonly (Json | undefined)[] = Array.isArray(value) ? value : Object.values(value);
  // A plain loop: it runs over every value of every row.
  for (const item of items) {
    if (typeof item === 'object' && item !== null && isDeeperThan(levels - 1, item)) return true;
  }
  return false;
}

/** The same value with null in place of everything below so many levels. */
export function cutDepth(levels: number, value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return null;
  if (Array.isArray(value)) return value.map((item: Json) => cutDepth(levels - 1, item));
  const entries = Object.entries(value).map(([name, inner]) => [name, inner && cutDepth(levels - 1, inner)] as const);
  return Object.fromEntries<Json | undefined>(entries);
}
