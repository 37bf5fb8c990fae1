import type { StoreState } from './storeState.ts';
import { treeIndexOf } from './tree/treeIndex.ts';

/**
 * Keys of the open high-severity items that nobody has opened yet: incidents, and alerts that are in none. Members count
 * through their incident, so that one attack is one item. Whoever has opened one of two incidents that were merged has
 * opened what came of them.
 */
export function unseenHighItems({ correlation }: StoreState, seen: ReadonlySet<string>): readonly string[] {
  const merged = [...correlation.formerIds].filter(([old]) => seen.has(old)).map(([, id]) => id);
  const opened = new Set([...seen, ...merged]);
  return treeIndexOf(correlation).openHighItems.filter((key) => !opened.has(key));
}
