import { incidentToHandle } from '../incidentToHandle.ts';
import { askFor } from '../journal/journalNotices.ts';
import type { ResponseContext } from '../responseContext.ts';

/** Writes a note into the journal of an incident. */
export async function addNote(context: ResponseContext, argument: unknown, selected: unknown): Promise<void> {
  const incident = await incidentToHandle(context, argument, selected, 'Write a note about which incident?');
  if (incident === undefined) return;
  const text = await askFor('note');
  if (text === undefined || text === '') return;
  await context.records.record({ incidentId: incident.id, kind: 'note', text });
}
