import type { JournalEntry, JournalRecord } from '../../src/services/response/journal/journalEntry.ts';

/** An id that is a GUID and tells which one it is. */
function entryId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** An entry: what happened, and, where it matters, who, when and its number. */
export function journalEntry(
  record: JournalRecord,
  { number = 1, at = 1_700_000_000_000, by = 'ada' }: { number?: number; at?: number; by?: string } = {},
): JournalEntry {
  return { ...record, id: entryId(number), at, by };
}

/** A note about the incident `i1`, whose number it tells. */
export function noteEntry(number: number, incidentId = 'i1'): JournalEntry {
  const record = { incidentId, kind: 'note', text: `note ${String(number)}` } as const;
  return journalEntry(record, { number, at: 1_700_000_000_000 + number });
}
