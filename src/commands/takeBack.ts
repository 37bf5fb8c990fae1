import type { CorrectionDesk } from '../services/corrections/correctionDesk.ts';
import type { UndoOutcome } from '../services/undo/undoStack.ts';
import { confirm } from '../platform/notices.ts';

/** Takes corrections back and says so. That this could not be stored, the store says itself. */
export async function takeBack(
  corrections: Pick<CorrectionDesk, 'undo'>,
  ids: readonly string[],
): Promise<UndoOutcome> {
  const outcome = await corrections.undo(ids);
  if (outcome === 'undone') confirm('undone');
  return outcome === 'notStored' ? 'failed' : outcome;
}
