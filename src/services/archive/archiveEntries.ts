import { displayLabel } from '../../domain/displayText.ts';
import { parseResourceId } from '../../domain/resourceId.ts';
import type { Steps } from '../../domain/steps.ts';
import type { StoreState } from '../storeState.ts';
import { withoutIcons } from '../withoutIcons.ts';
import type { ArchivedIncident } from './archivedIncident.ts';
import { utc } from './archivedMarkdown.ts';
import { newestFirst } from './mergeArchive.ts';
import { whereabouts } from './whereabouts.ts';

/** An archived incident as a row of a list to choose from. */
export interface ArchiveEntry {
  readonly incident: ArchivedIncident;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  /** All that can be searched, in lower case. */
  readonly text: string;
}

/** Targets that a row names. */
const namedTargets = 3;

/** Rows for archived incidents, newest first. */
export function* archiveEntries(
  incidents: Iterable<ArchivedIncident>,
  state: StoreState,
): Steps<readonly ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  for (const incident of newestFirst(incidents)) {
    yield;
    entries.push(entryOf(incident, state));
  }
  return entries;
}

function entryOf(incident: ArchivedIncident, state: StoreState): ArchiveEntry {
  const { id, members, reason, severity, subscriptionId, subscriptionName, targets, tenantName, title } = incident;
  const gone = whereabouts(incident, state) === 'gone' ? "no longer in Azure's list" : undefined;
  const names = targets.slice(0, namedTargets).map((target) => parseResourceId(target)?.name ?? target);
  const more = targets.length > names.length ? `${String(targets.length - names.length)} more` : undefined;
  const searched = [title, severity, id, subscriptionId, subscriptionName, tenantName, reason, ...targets];
  return {
    incident,
    label: shown([title]),
    description: shown([severity, period(incident)]),
    // In the second line, where a long title cannot push it off the list.
    detail: shown([
      gone,
      members.length === 1 ? '1 alert' : `${String(members.length)} alerts`,
      subscriptionName,
      ...names,
      more,
    ]),
    text: [...searched, ...members.map((member) => member.title)].join('\n').toLowerCase(),
  };
}

function period({ firstActivity, lastActivity, recordedAt }: ArchivedIncident): string {
  const last = lastActivity ?? recordedAt;
  const [from, to] = [utc(firstActivity ?? last).slice(0, 10), utc(last).slice(0, 10)];
  return from === to ? to : `${from} to ${to}`;
}

/** A file on disk is not believed to hold display text. */
function shown(parts: readonly (string | undefined)[]): string {
  return withoutIcons(parts.flatMap((part) => (part === undefined ? [] : [displayLabel(part)])).join(' · '));
}
