import type { IncidentIdentities, KnownIncident } from './incidentIdentities.ts';

/** Incidents kept over a restart, those with the latest activity: with the names of their alerts some 250 KB of text. */
const incidentsStored = 1_000;

/** A panel takes no longer id either, and an alert's own key is part of one. */
const longestKey = 320;

const version = 1;

/** The form in which identities are stored: plain JSON. */
export function storedIdentities({ known, formerIds }: IncidentIdentities): object {
  const short = known.filter(({ id, anchors }) => [id, ...anchors].every(({ length }) => length <= longestKey));
  return {
    version,
    known: short.slice(-incidentsStored).map(({ id, since, anchors }) => [id, since, ...anchors]),
    formerIds: [...formerIds].filter((pair) => pair.every(({ length }) => length <= longestKey)),
  };
}

/** What was stored, in any shape: what is not ours, or of another version, is nothing. */
export function readIdentities(stored: unknown): IncidentIdentities {
  if (!isObject(stored) || stored['version'] !== version) return { known: [], formerIds: new Map() };
  return {
    known: unique(listOf(stored['known']).flatMap(knownIncident)),
    formerIds: new Map(listOf(stored['formerIds']).flatMap(idPair)),
  };
}

function knownIncident(row: unknown): readonly KnownIncident[] {
  const [id, since, ...anchors] = listOf(row);
  // JSON has no Infinity and writes null.
  const time = since === null ? Infinity : since;
  if (typeof id !== 'string' || typeof time !== 'number' || !anchors.every(isString)) return [];
  return [{ id, since: time, anchors }];
}

/** Two incidents of one name would stay two for ever. */
function unique(known: readonly KnownIncident[]): readonly KnownIncident[] {
  return [...new Map(known.map((each) => [each.id, each])).values()];
}

function idPair(row: unknown): readonly (readonly [string, string])[] {
  const [old, id] = listOf(row);
  return isString(old) && isString(id) && old !== id ? [[old, id]] : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
