import { confirm, confirmClearing, warn } from '../platform/notices.ts';
import type { Product } from './product.ts';

/** Removes what is kept on this machine, after asking. What people decided goes only when they choose that. */
export async function clearLocalData({ checklists, corrections, localData }: Product): Promise<void> {
  const wanted = await confirmClearing();
  if (wanted === undefined) return;
  const cleared = [await (await localData()).clear()];
  if (wanted === 'everything') cleared.push(await checklists.clear(), await corrections.clear());
  if (cleared.every(Boolean)) confirm('localDataCleared');
  else warn('localDataNotCleared');
}
