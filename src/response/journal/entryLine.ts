import { isJournalEntry, type JournalEntry } from '../../services/response/journal/journalEntry.ts';
import type { LineFormat } from '../../platform/files/checkedLine.ts';

/** Entries as lines of a journal. */
export const entryLine: LineFormat<JournalEntry> = {
  version: 1,
  // Above the longest entry of `toStore`, with its checksum and version.
  limit: 24_000,
  write: (entry) => entry,
  read({ v: _version, ...entry }) {
    return isJournalEntry(entry) ? entry : undefined;
  },
};
