import { confirm, confirmClearing, warn } from '../platform/notices.ts';
import type { Product } from './product.ts';

/** Removes what is kept on this machine, after asking. What exists nowhere else goes only when people choose that. */
export async function clearLocalData({ checklists, corrections, localData, response }: Product): Promise<void> {
  const wanted = await confirmClearing();
  if (wanted === undefined) return;
  const data = await localData();
  const cleared = wanted === 'archive' ? [] : [await data.clear()];
  if (wanted !== 'alerts') cleared.push(await data.clearArchive());
  if (wanted === 'everything') {
    const room = await response();
    cleared.push(await checklists.clear(), await corrections.clear(), await room.clearRecords());
  }
  if (cleared.every(Boolean)) confirm('localDataCleared');
  else warn('localDataNotCleared');
}
