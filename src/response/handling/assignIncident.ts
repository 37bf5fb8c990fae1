import { incidentToHandle } from '../incidentToHandle.ts';
import { askFor } from '../journal/journalNotices.ts';
import type { ResponseContext } from '../responseContext.ts';
import { currentHandling, decide } from './decide.ts';

/** Says who looks after an incident; an empty name says that nobody does. */
export async function assignIncident(context: ResponseContext, argument: unknown, selected: unknown): Promise<void> {
  const incident = await incidentToHandle(context, argument, selected, 'Assign which incident?');
  if (incident === undefined) return;
  const { owner } = await currentHandling(context, incident);
  const wanted = await askFor('owner', owner?.value ?? context.user());
  if (wanted === undefined || wanted === (owner?.value ?? '')) return;
  await decide(context, incident, { kind: 'owner', ...(wanted === '' ? {} : { owner: wanted }) });
}
