import type { Correlation } from '../../../domain/correlation/correlation.ts';
import { memberKeys, type Incident, type IncidentId } from '../../../domain/incident.ts';
import type { Journal, JournalGaps, JournalReading } from './journal.ts';
import type { JournalEntry } from './journalEntry.ts';

/**
 * Every id under which something about an incident may have been written: its own, those of incidents that were merged
 * into it, and the keys of its alerts, under which stands what was done while they were in no incident.
 */
export function journalIdsOf(incident: Incident, { formerIds }: Pick<Correlation, 'formerIds'>): readonly IncidentId[] {
  const former = [...formerIds].flatMap(([old, now]) => (now === incident.id ? [old] : []));
  return [...new Set([incident.id, ...former, ...memberKeys(incident)])];
}

/** What is written under several ids, as one journal in the order of time. Never throws. */
export async function readJournals(
  journal: Pick<Journal, 'read'>,
  ids: readonly IncidentId[],
): Promise<JournalReading> {
  const readings = await Promise.all(ids.map((id) => journal.read(id)));
  const entries = readings.flatMap((reading) => reading.entries);
  return { entries: entries.sort(byTime), missing: readings.map(({ missing }) => missing).reduce(together, {}) };
}

function byTime(a: JournalEntry, b: JournalEntry): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

function together(a: JournalGaps, b: JournalGaps): JournalGaps {
  const failure = a.failure ?? b.failure;
  return {
    ...sum('damaged', a, b),
    ...sum('torn', a, b),
    ...sum('newer', a, b),
    ...sum('skippedBytes', a, b),
    ...(failure === undefined ? {} : { failure }),
  };
}

function sum<K extends 'damaged' | 'torn' | 'newer' | 'skippedBytes'>(
  name: K,
  a: JournalGaps,
  b: JournalGaps,
): Partial<Record<K, number>> {
  const total = (a[name] ?? 0) + (b[name] ?? 0);
  return total === 0 ? {} : ({ [name]: total } as Partial<Record<K, number>>);
}
