import { UndoStack } from '../../src/services/undo/undoStack.ts';
import type { MadeCorrection } from '../../src/domain/correlation/corrections/correction.ts';
import { inOrderMade } from '../../src/domain/correlation/corrections/correction.ts';
import type { CorrectionStore } from '../../src/services/corrections/correctionStore.ts';
import { CorrectionDesk } from '../../src/services/corrections/correctionDesk.ts';
import { Listeners } from '../../src/services/listeners.ts';
import { noon } from './alert.ts';

/** Corrections in memory, and a switch that makes storing fail. */
export class MemoryCorrections implements CorrectionStore {
  readonly #listeners = new Listeners<undefined>();
  made: readonly MadeCorrection[] = [];
  broken = false;

  add(made: readonly MadeCorrection[]): Promise<boolean> {
    if (!this.broken) this.#change([...this.made, ...made]);
    return Promise.resolve(!this.broken);
  }

  remove(ids: readonly string[]): Promise<boolean> {
    if (!this.broken) this.#change(this.made.filter(({ id }) => !ids.includes(id)));
    return Promise.resolve(!this.broken);
  }

  onDidChange(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  #change(made: readonly MadeCorrection[]): void {
    this.made = inOrderMade(made);
    this.#listeners.fire(undefined);
  }
}

/** @param stack what of this window can be undone. */
export function aDesk(store = new MemoryCorrections(), stack = new UndoStack()): CorrectionDesk {
  let count = 0;
  const desk: CorrectionDesk = new CorrectionDesk({
    store,
    clock: { now: () => noon },
    decider: () => 'ada',
    newId: () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`,
    onDone: (ids) => {
      stack.push(async () => {
        const outcome = await desk.undo(ids);
        return outcome === 'notStored' ? 'failed' : outcome;
      });
    },
  });
  return desk;
}
