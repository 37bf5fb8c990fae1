import { readTags } from '../../services/response/journal/handling.ts';
import { incidentToHandle } from '../incidentToHandle.ts';
import { askFor } from '../journal/journalNotices.ts';
import type { ResponseContext } from '../responseContext.ts';
import { currentHandling, decide } from './decide.ts';

/** Sets the tags of an incident. */
export async function tagIncident(context: ResponseContext, argument: unknown, selected: unknown): Promise<void> {
  const incident = await incidentToHandle(context, argument, selected, 'Tag which incident?');
  if (incident === undefined) return;
  const { tags } = await currentHandling(context, incident);
  const text = await askFor('tags', tags.join(', '));
  if (text === undefined) return;
  const wanted = readTags(text);
  if (wanted.join('\n') !== tags.join('\n')) await decide(context, incident, { kind: 'tags', tags: wanted });
}
