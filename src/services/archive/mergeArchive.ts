import type { Steps } from '../../domain/steps.ts';
import { sameValue } from '../sameValue.ts';
import type { ArchivedIncident } from './archivedIncident.ts';

/** What is kept of the archive. */
export interface ArchiveLimits {
  /** Milliseconds since an incident's last activity. */
  readonly maxAge: number;
  /** Bytes of all lines together. */
  readonly maxSize: number;
}

/** Azure lists an alert for 90 days. A day less, so that a clock that is off does not make one vanish. */
const listedFor = 89 * 24 * 60 * 60_000;

/**
 * Puts incidents of now into an archive: of each id the version that was recorded later. Gives `archived` itself when
 * that says nothing new.
 */
export function* mergeArchive(
  archived: ReadonlyMap<string, ArchivedIncident>,
  current: readonly ArchivedIncident[],
): Steps<ReadonlyMap<string, ArchivedIncident>> {
  const merged = new Map(archived);
  let isChanged = false;
  for (const incident of current) {
    yield;
    const before = archived.get(incident.id);
    const next = before === undefined ? incident : latest(before, incident);
    if (next === before) continue;
    merged.set(incident.id, next);
    isChanged = true;
  }
  return isChanged ? merged : archived;
}

function latest(before: ArchivedIncident, now: ArchivedIncident): ArchivedIncident {
  if (before.recordedAt > now.recordedAt) return before;
  const whole = withForgotten(before, now);
  return sameValue({ ...whole, recordedAt: before.recordedAt }, before) ? before : whole;
}

/**
 * Azure's list loses an incident's oldest alerts first: those that are too old to be listed stay in the archive. What
 * is missing and is not that old was taken out of the incident, and goes.
 */
function withForgotten(before: ArchivedIncident, now: ArchivedIncident): ArchivedIncident {
  const listed = new Set(now.members.map(({ id }) => id));
  const horizon = now.recordedAt - listedFor;
  const forgotten = before.members.filter(
    ({ id, time }) => id !== undefined && !listed.has(id) && time !== undefined && time < horizon,
  );
  if (forgotten.length === 0) return now;
  const { firstActivity = Infinity } = now;
  const first = forgotten.reduce((earliest, { time = Infinity }) => Math.min(earliest, time), firstActivity);
  return {
    ...now,
    firstActivity: Math.min(first, before.firstActivity ?? Infinity),
    targets: [...new Set([...before.targets, ...now.targets])],
    members: [...forgotten, ...now.members],
  };
}

/** Newest first: by last activity, or where that is not known, by when it was recorded. */
export function newestFirst(incidents: Iterable<ArchivedIncident>): readonly ArchivedIncident[] {
  return [...incidents].toSorted((a, b) => timeOf(b) - timeOf(a) || (a.id < b.id ? -1 : 1));
}

/**
 * The lines that fit into the limits, newest first: what is older than the limit goes, and of the rest the oldest, until
 * it fits. A single incident that is larger than everything may be goes too.
 *
 * @param now epoch milliseconds.
 */
export function* withinLimits(
  incidents: Iterable<ArchivedIncident>,
  { maxAge, maxSize }: ArchiveLimits,
  now: number,
  lineOf: (incident: ArchivedIncident) => { readonly line: string; readonly bytes: number },
): Steps<readonly string[]> {
  const lines: string[] = [];
  let size = 0;
  for (const incident of newestFirst(incidents)) {
    yield;
    if (now - timeOf(incident) > maxAge) break;
    const { line, bytes } = lineOf(incident);
    size += bytes;
    if (size > maxSize) break;
    lines.push(line);
  }
  return lines;
}

function timeOf({ lastActivity, recordedAt }: ArchivedIncident): number {
  return lastActivity ?? recordedAt;
}
