import type { Product } from './product.ts';
import { inform } from '../platform/notices.ts';

/** Takes back the last thing that was done in this window and still stands: a status, a correction, a snooze. */
export async function undo({ undoStack }: Product): Promise<void> {
  if ((await undoStack.undoLast()) === 'nothing') inform('nothingToUndo');
}
