import type { UndoOutcome } from '../services/corrections/correctionDesk.ts';
import type { Product } from './product.ts';
import { confirm, inform } from '../platform/notices.ts';

/** Takes corrections back, or the last that this window made, and says so. */
export async function undo({ corrections }: Product, ids?: readonly string[]): Promise<UndoOutcome> {
  const outcome = ids === undefined ? await corrections.undoLast() : await corrections.undo(ids);
  if (outcome === 'undone') confirm('correctionUndone');
  if (outcome === 'nothing' && ids !== undefined) inform('gone');
  return outcome;
}
