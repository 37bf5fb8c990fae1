/** `nothing`: there is nothing to take back (any more). `failed`: it stands; whoever tried has said why. */
export type UndoOutcome = 'undone' | 'nothing' | 'failed';

type Undo = () => Promise<UndoOutcome>;

/** Things kept: what somebody did a hundred steps ago, nobody remembers. */
const kept = 100;

/** What this window did, so that the last thing can be taken back first, whatever it was. */
export class UndoStack {
  readonly #done: Undo[] = [];

  /** @param undo takes the thing back, at most once; called again, it says `nothing`. */
  push(undo: Undo): void {
    this.#done.push(undo);
    if (this.#done.length > kept) this.#done.shift();
  }

  /** Takes back the last thing that still stands. What could not be taken back can be tried again. */
  async undoLast(): Promise<UndoOutcome> {
    for (let last = this.#done.pop(); last !== undefined; last = this.#done.pop()) {
      const outcome = await last();
      if (outcome === 'failed') this.#done.push(last);
      if (outcome !== 'nothing') return outcome;
    }
    return 'nothing';
  }

  /** Forgets everything: for whoever signs out, or in as somebody else. */
  clear(): void {
    this.#done.length = 0;
  }
}
