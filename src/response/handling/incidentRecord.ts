import { findIncident } from '../../services/findIncident.ts';
import { journalIdsOf, readJournals } from '../../services/response/journal/incidentJournal.ts';
import { recordModelOf } from '../../services/response/journal/recordModelOf.ts';
import type { RecordModel } from '../../protocol/recordModel.ts';
import type { ResponseContext } from '../responseContext.ts';

/** What is kept on this machine about an incident, as its panel shows it; undefined when the incident is gone. */
export async function incidentRecord(
  { journal, store }: Pick<ResponseContext, 'journal' | 'store'>,
  incidentId: string,
): Promise<RecordModel | undefined> {
  const { correlation } = store.state;
  const incident = findIncident(correlation, incidentId);
  if (incident === undefined) return undefined;
  const reading = await readJournals(journal, journalIdsOf(incident, correlation));
  return recordModelOf(reading, { alertTitle: (key) => correlation.alerts.get(key)?.displayName });
}
