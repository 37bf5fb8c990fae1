import { inOrderMade, type Correction, type MadeCorrection } from '../../domain/correlation/corrections/correction.ts';
import type { Corrections } from '../../domain/correlation/corrections/corrections.ts';
import { foldCorrections } from '../../domain/correlation/corrections/foldCorrections.ts';
import type { Unsubscribe } from '../listeners.ts';
import type { Clock } from '../ports.ts';
import type { CorrectionStore } from './correctionStore.ts';

export interface CorrectionDeskOptions {
  readonly store: CorrectionStore;
  readonly clock: Clock;
  /** Who decides. */
  readonly decider: () => string;
  /** A new lower-case GUID at each call. */
  readonly newId: () => string;
  /** Hears of each thing that this window did: the ids of the corrections that it made. */
  readonly onDone: (ids: readonly string[]) => void;
}

/** What came of an import. */
export interface ImportOutcome {
  readonly added: readonly MadeCorrection[];
  /** Corrections of the file that were there already. */
  readonly known: number;
}

/** `nothing`: there is nothing of that kind to undo (any more). */
export type UndoOutcome = 'undone' | 'nothing' | 'notStored';

const userLimit = 100;

/** Where corrections are made, taken back and exchanged. */
export class CorrectionDesk {
  readonly #options: CorrectionDeskOptions;
  #folded: { readonly made: readonly MadeCorrection[]; readonly corrections: Corrections } | undefined;

  constructor(options: CorrectionDeskOptions) {
    this.#options = options;
  }

  get made(): readonly MadeCorrection[] {
    return this.#options.store.made;
  }

  /** What all of them say together; the same object for as long as nothing changes. */
  get corrections(): Corrections {
    const { made } = this;
    if (this.#folded?.made !== made) this.#folded = { made, corrections: foldCorrections(made) };
    return this.#folded.corrections;
  }

  /** Hears every change, those of other windows too. */
  onDidChange(listener: () => void): Unsubscribe {
    return this.#options.store.onDidChange(listener);
  }

  /** Removes all corrections for good. False when they could not all be removed. */
  clear(): Promise<boolean> {
    return this.#options.store.remove(this.made.map(({ id }) => id));
  }

  /**
   * Makes corrections, as one thing to undo.
   * @returns their ids; undefined when they could not be stored: then none of them counts.
   */
  async make(corrections: readonly Correction[]): Promise<readonly string[] | undefined> {
    const { clock, decider, newId } = this.#options;
    // After all others, so that it overrules them also where the clock of another machine was ahead.
    const at = Math.max(clock.now(), (this.made.at(-1)?.at ?? 0) + 1);
    const by = decider().slice(0, userLimit);
    return this.#add(corrections.map((correction, index) => ({ id: newId(), at: at + index, by, correction })));
  }

  /** Takes corrections back, whoever made them. */
  async undo(ids: readonly string[]): Promise<UndoOutcome> {
    const asked = new Set(ids);
    const standing = this.made.filter(({ id }) => asked.has(id)).map(({ id }) => id);
    if (standing.length === 0) return 'nothing';
    return (await this.#options.store.remove(standing)) ? 'undone' : 'notStored';
  }

  /** Adds the corrections of a document to those that are there, as one thing to undo; undefined when not stored. */
  async merge(made: readonly MadeCorrection[]): Promise<ImportOutcome | undefined> {
    const known = new Set(this.made.map(({ id }) => id));
    const added = notLaterThan(
      this.#options.clock.now(),
      made.filter(({ id }) => !known.has(id)),
    );
    if (added.length > 0 && (await this.#add(added)) === undefined) return undefined;
    return { added, known: made.length - added.length };
  }

  async #add(made: readonly MadeCorrection[]): Promise<readonly string[] | undefined> {
    const ids = made.map(({ id }) => id);
    if (!(await this.#options.store.add(made))) {
      await this.#options.store.remove(ids);
      return undefined;
    }
    this.#options.onDone(ids);
    return ids;
  }
}

/** The same, in the same order: a time to come would overrule whatever is decided until then. */
function notLaterThan(now: number, made: readonly MadeCorrection[]): readonly MadeCorrection[] {
  const ordered = inOrderMade(made);
  const past = ordered.filter(({ at }) => at <= now).length;
  return ordered.map((each, index) => (index < past ? each : { ...each, at: now - (ordered.length - 1 - index) }));
}
