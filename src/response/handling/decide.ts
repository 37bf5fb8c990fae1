import type { Incident } from '../../domain/incident.ts';
import { handlingOf, lastOfKind, type Handling, type HandlingKind } from '../../services/response/journal/handling.ts';
import { journalIdsOf, readJournals } from '../../services/response/journal/incidentJournal.ts';
import type { JournalEvent } from '../../services/response/journal/journalEntry.ts';
import type { ResponseContext } from '../responseContext.ts';

type HandlingEvent = Extract<JournalEvent, { kind: HandlingKind }>;

/** How an incident is handled by now. */
export async function currentHandling(context: ResponseContext, incident: Incident): Promise<Handling> {
  const { entries } = await read(context, incident);
  return handlingOf(entries);
}

/** Writes a decision down so that it overrules what was decided before, even where this machine's clock is behind. */
export async function decide(context: ResponseContext, incident: Incident, event: HandlingEvent): Promise<void> {
  const { entries } = await read(context, incident);
  await context.records.record({ incidentId: incident.id, ...event }, lastOfKind(entries, event.kind));
}

function read({ journal, store }: ResponseContext, incident: Incident): ReturnType<typeof readJournals> {
  return readJournals(journal, journalIdsOf(incident, store.state.correlation));
}
