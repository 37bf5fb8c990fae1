import type { IncidentId } from '../../../domain/incident.ts';
import type { Unsubscribe } from '../../listeners.ts';
import type { JournalEntry } from './journalEntry.ts';

/** What became of an entry. `notSaved` was told to the person already; `code` is the system's word ("ENOSPC"). */
export type AppendOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'notSaved'; readonly code: string }
  /** Too long for a line, or nothing that an entry says. */
  | { readonly kind: 'refused'; readonly why: 'tooLong' | 'malformed' };

/** What a journal says, as far as it could be read. */
export interface JournalReading {
  /** In the order of their times. */
  readonly entries: readonly JournalEntry[];
  /** What is not in `entries`, and why. All absent where everything could be read. */
  readonly missing: JournalGaps;
}

export interface JournalGaps {
  /** Lines that are damaged. */
  readonly damaged?: number;
  /** Lines that were cut off when the process ended that wrote them. */
  readonly torn?: number;
  /** Lines of a newer version of the product. */
  readonly newer?: number;
  /** Bytes before the latest entries that are too many to read. */
  readonly skippedBytes?: number;
  /** The system's word for why nothing could be read ("EACCES"). */
  readonly failure?: string;
}

/** Where what was done about incidents is written down. Append-only: nothing that was written is ever changed. */
export interface Journal {
  /** Settles when the entry outlives this process. Output and command of a run step are redacted and shortened here. */
  append(entry: JournalEntry): Promise<AppendOutcome>;
  /** Everything about one incident id. Never throws. Ids that an incident had before are `journalIdsOf`'s concern. */
  read(incidentId: IncidentId): Promise<JournalReading>;
  /** Hears of every incident id about which something was written, by other windows too. */
  onDidChange(listener: (incidentId: IncidentId) => void): Unsubscribe;
}
