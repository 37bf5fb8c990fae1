import type { AlertStore } from '../../services/alertStore.ts';
import type { JournalDesk } from '../../services/response/journal/journalDesk.ts';
import type { StatusHooks } from '../../services/response/status/statusHooks.ts';
import { statusRecords } from '../../services/response/status/statusRecords.ts';

/** Writes batches into the journal of each incident that they touch. That an entry could not be saved, the journal says. */
export function writeDown(
  records: Pick<JournalDesk, 'record'>,
  store: Pick<AlertStore, 'state'>,
): StatusHooks['ended'] {
  return async (record) => {
    await Promise.all(statusRecords(record, store.state.correlation).map((each) => records.record(each)));
  };
}
