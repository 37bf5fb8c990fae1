import type { Product } from './product.ts';
import { alertGroups } from '../services/tree/treeIndex.ts';
import { oneOf } from '../platform/settings.ts';

/** Shows more alerts of the group that the row belongs to. */
export function showMore({ view }: Product, argument: unknown): void {
  if (typeof argument !== 'object' || argument === null || !('group' in argument)) return;
  const group = oneOf(alertGroups, argument.group);
  if (group !== undefined) view.showMore(group);
}
