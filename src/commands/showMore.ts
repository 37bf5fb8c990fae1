import type { Product } from './product.ts';
import { listNames } from '../services/tree/treeIndex.ts';
import { oneOf } from '../platform/settings.ts';

/** Shows more rows of the list that the row belongs to. */
export function showMore({ view }: Product, argument: unknown): void {
  if (typeof argument !== 'object' || argument === null || !('list' in argument)) return;
  const list = oneOf(listNames, argument.list);
  if (list !== undefined) view.showMore(list);
}
