import type { Clock } from '../../ports.ts';
import type { AppendOutcome, Journal } from './journal.ts';
import type { JournalEntry, JournalRecord } from './journalEntry.ts';

export interface JournalDeskOptions {
  readonly journal: Pick<Journal, 'append'>;
  readonly clock: Clock;
  /** The account or operating-system user who acts. */
  readonly decider: () => string;
  /** A new lower-case GUID at each call. */
  readonly newId: () => string;
}

/** What was recorded, and under which id: an undo names it. */
export interface Recorded {
  readonly entry: JournalEntry;
  readonly outcome: AppendOutcome;
}

/** Where things are written down as they happen: adds who and when. */
export class JournalDesk {
  readonly #options: JournalDeskOptions;

  constructor(options: JournalDeskOptions) {
    this.#options = options;
  }

  /** @param after the entry is later than this, even where this machine's clock is behind; epoch milliseconds. */
  async record(record: JournalRecord, after = 0): Promise<Recorded> {
    const { clock, decider, journal, newId } = this.#options;
    const entry = { ...record, id: newId(), at: Math.max(clock.now(), after + 1), by: decider() };
    return { entry, outcome: await journal.append(entry) };
  }
}
