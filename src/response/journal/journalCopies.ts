import { encodeLine } from '../../platform/files/checkedLine.ts';
import { errorCode } from '../../platform/files/errorCode.ts';
import { type JournalFile, sizeLimit } from '../../platform/files/journalFile.ts';
import { type CopyContent, MirroredJournal } from '../../platform/files/mirroredJournal.ts';
import type { JournalGaps, JournalReading } from '../../services/response/journal/journal.ts';
import type { JournalEntry } from '../../services/response/journal/journalEntry.ts';
import type { Pauses } from '../../services/slices.ts';
import type { IncidentId } from '../../domain/incident.ts';
import { entryLine } from './entryLine.ts';

/** What is known of one of the two files. */
interface CopyState {
  readonly file: JournalFile<JournalEntry>;
  readonly ids: Set<string>;
  damaged: number;
  cut: number;
  newer: number;
  torn: boolean;
  skippedBytes: number;
}

/**
 * The journal of one incident id in two files, which are only ever appended to: not even damage is taken away. An entry
 * that one copy has and the other lacks is appended to the other; entries have ids, so that two windows may do that at
 * once.
 */
export class JournalCopies {
  readonly #incidentId: IncidentId;
  readonly #journal: MirroredJournal<JournalEntry>;
  readonly #entries = new Map<string, JournalEntry>();
  readonly #copies = new Map<string, CopyState>();
  readonly #told: (code: string) => void;
  #last: Promise<unknown> = Promise.resolve();
  #repaired = false;
  #missing: JournalGaps = {};
  #inOrder: readonly JournalEntry[] | undefined = [];

  constructor(folder: string, name: string, incidentId: IncidentId, pauses: Pauses, onFailure: (code: string) => void) {
    this.#incidentId = incidentId;
    this.#told = onFailure;
    this.#journal = new MirroredJournal(folder, [`${name}.jsonl`, `${name}.mirror.jsonl`], entryLine, {
      beyondLimit: 'end',
      pauses,
      onNotOnDisk: onFailure,
    });
  }

  /** Appends entries to both copies: see `MirroredJournal.append`. */
  append(entries: readonly JournalEntry[]): Promise<{ readonly copies: number; readonly code: string }> {
    return this.#journal.append(entries);
  }

  /** Everything that is there by now. Never throws. */
  async read(): Promise<JournalReading> {
    await this.look();
    // Made when somebody wants it: sorting at each append would cost more than the append.
    this.#inOrder ??= inOrder(this.#entries.values());
    return { entries: this.#inOrder, missing: this.#missing };
  }

  /**
   * Reads what is new; everything at first, and then what one copy lacks is appended to it. True when there is anything
   * that was not there at the look before. Never throws.
   */
  look(): Promise<boolean> {
    // One after the other: two readers would move the same offsets.
    const turn = this.#last.then(() => this.#readNew());
    this.#last = turn;
    return turn;
  }

  async #readNew(): Promise<boolean> {
    const { copies, failures } = await this.#journal.readNew();
    const before = this.#entries.size;
    // Both files are gone together: somebody cleared them, and nothing may bring back what was in them.
    if (copies.length === 2 && copies.every(({ found }) => found.size === 0)) this.#entries.clear();
    for (const copy of copies) this.#take(copy);
    for (const code of failures) this.#told(code);
    if (!this.#repaired && copies.length > 0) await this.#repair(copies.map(({ file }) => file.path));
    const missing = copies.length === 0 ? failureOf(failures) : this.#gaps();
    const changed = this.#entries.size !== before || JSON.stringify(missing) !== JSON.stringify(this.#missing);
    if (changed) this.#inOrder = undefined;
    this.#missing = missing;
    return changed;
  }

  #take({ file, found }: CopyContent<JournalEntry>): void {
    const known = found.fromStart ? undefined : this.#copies.get(file.path);
    // A file that was replaced or cut while it was open has to be made whole again.
    if (known === undefined && this.#copies.has(file.path)) this.#repaired = false;
    const state = known ?? newState(file);
    this.#copies.set(file.path, state);
    for (const entry of found.values) {
      // A file that was copied from another incident's says nothing about this one.
      if (entry.incidentId !== this.#incidentId) state.damaged += 1;
      else if (!state.ids.has(entry.id)) {
        state.ids.add(entry.id);
        this.#entries.set(entry.id, this.#entries.get(entry.id) ?? entry);
      }
    }
    state.damaged += found.unreadable;
    state.cut += found.cut;
    state.newer += found.newer;
    state.torn = found.torn;
    if (found.tooLarge && found.fromStart) state.skippedBytes = found.size - sizeLimit;
  }

  /** Ends a line that was cut off, and gives each copy what it lacks. What fails here is tried again at the next start. */
  async #repair(paths: readonly string[]): Promise<void> {
    this.#repaired = true;
    for (const path of paths) {
      const state = this.#copies.get(path);
      if (state === undefined || state.skippedBytes > 0) continue;
      const lacking = [...this.#entries.values()].filter(({ id }) => !state.ids.has(id));
      const lines = lacking.map((entry) => encodeLine(entryLine, entry)).join('');
      // An append waits for whoever is writing: a line that only looked cut off is whole before it.
      const text = lines === '' && state.torn ? '\n' : lines;
      if (text === '') continue;
      try {
        await state.file.append(text);
        for (const { id } of lacking) state.ids.add(id);
      } catch (error) {
        this.#told(errorCode(error));
      }
    }
  }

  /** Nothing is lost as long as one copy is sound and has all that the other has. */
  #gaps(): JournalGaps {
    const copies = [...this.#copies.values()];
    const most = (count: (state: CopyState) => number): number => Math.max(0, ...copies.map(count));
    const isSound = copies.some(
      (copy) => copy.damaged + copy.cut === 0 && !copy.torn && copy.ids.size === this.#entries.size,
    );
    const damaged = isSound ? 0 : most((copy) => copy.damaged);
    const torn = isSound ? 0 : most((copy) => copy.cut + (copy.torn ? 1 : 0));
    const newer = most((copy) => copy.newer);
    const skippedBytes = most((copy) => copy.skippedBytes);
    return {
      ...(damaged > 0 ? { damaged } : {}),
      ...(torn > 0 ? { torn } : {}),
      ...(newer > 0 ? { newer } : {}),
      ...(skippedBytes > 0 ? { skippedBytes } : {}),
    };
  }
}

function newState(file: JournalFile<JournalEntry>): CopyState {
  return { file, ids: new Set(), damaged: 0, cut: 0, newer: 0, torn: false, skippedBytes: 0 };
}

function failureOf(failures: readonly string[]): JournalGaps {
  const [failure] = failures;
  return failure === undefined ? {} : { failure };
}

/** By time; entries of one millisecond by id, so that every window shows the same order. */
function inOrder(entries: Iterable<JournalEntry>): readonly JournalEntry[] {
  return [...entries].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
