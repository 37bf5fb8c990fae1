import { isJsonObject, ownValue, type Json, type JsonObject } from '../../domain/json.ts';
import {
  alertsLimit,
  alertsNamed,
  nameLimit,
  type Correction,
  type MadeCorrection,
} from '../../domain/correlation/corrections/correction.ts';
import { isGuid } from '../../domain/resourceId.ts';

/** What tells our files from others; a path, because it is a name and leads nowhere. */
const format = 'azure-security-incidents/corrections';

/** Version of the fields. A reader that meets a greater one changes nothing. */
const version = 1;

/** Corrections in one document: each becomes a file of its own. */
const correctionsLimit = 2_000;

/** Longest document that is read, in UTF-16 units: some ten times what a year of corrections makes. */
export const documentLimit = 16 * 1024 * 1024;

const keyLimit = 300;
const userLimit = 100;

export type DocumentReading =
  | { readonly kind: 'read'; readonly made: readonly MadeCorrection[] }
  /** Written by a newer version of the product. */
  | { readonly kind: 'newer' }
  /** `problem` says what is wrong, and where, in words of ours alone. */
  | { readonly kind: 'invalid'; readonly problem: string };

/** Corrections as JSON, for a file. */
export function writeCorrections(made: readonly MadeCorrection[]): string {
  const corrections = made.map(({ id, at, by, correction }) => ({
    id,
    at: new Date(at).toISOString(),
    by,
    ...correction,
  }));
  return `${JSON.stringify({ format, version, corrections }, undefined, 2)}\n`;
}

/** Reads such JSON. Strict: a document that is not wholly right is refused, with the first thing that is wrong. */
export function readCorrections(text: string): DocumentReading {
  if (text.length > documentLimit) return invalid('The file is too large.');
  const document = parsed(text);
  if (document === undefined) return invalid('The file is not a JSON object.');
  if (ownValue(document, 'format') !== format)
    return invalid('The file does not say that it holds corrections ("format").');
  const written = ownValue(document, 'version');
  if (typeof written === 'number' && written > version) return { kind: 'newer' };
  if (written !== version) return invalid('"version" is not a version of this file.');
  const list = ownValue(document, 'corrections');
  if (!Array.isArray(list)) return invalid('"corrections" is not a list.');
  if (list.length > correctionsLimit)
    return invalid(`"corrections" has more than ${correctionsLimit.toLocaleString('en')}.`);
  const made = new Map<string, MadeCorrection>();
  for (const [index, entry] of list.entries()) {
    const reading = readCorrection(entry as Json);
    if (typeof reading === 'string') return invalid(`Correction ${String(index + 1)}: ${reading}`);
    if (made.has(reading.id)) return invalid(`Correction ${String(index + 1)}: "id" is that of another.`);
    made.set(reading.id, reading);
  }
  return { kind: 'read', made: [...made.values()] };
}

/** The correction, or what is wrong with it. */
function readCorrection(entry: Json): MadeCorrection | string {
  if (!isJsonObject(entry)) return 'is not an object.';
  const id = ownValue(entry, 'id');
  if (typeof id !== 'string' || !isGuid(id) || id !== id.toLowerCase()) return '"id" is not a lower-case GUID.';
  const at = timeOf(ownValue(entry, 'at'));
  if (at === undefined) return '"at" is not a time like 2026-03-02T10:00:00.000Z.';
  const by = ownValue(entry, 'by');
  if (typeof by !== 'string' || by.length > userLimit)
    return `"by" is not a name of at most ${String(userLimit)} characters.`;
  const correction = correctionOf(entry);
  if (typeof correction === 'string') return correction;
  if (alertsNamed(correction).length > alertsLimit)
    return `names more than ${alertsLimit.toLocaleString('en')} alerts.`;
  const known = new Set(['id', 'at', 'by', ...Object.keys(correction)]);
  if (Object.keys(entry).some((name) => !known.has(name))) return 'has a property that is not known.';
  return { id, at, by, correction };
}

function correctionOf(entry: JsonObject): Correction | string {
  const alerts = keysOf(ownValue(entry, 'alerts'));
  if (alerts === undefined || alerts.length === 0) return '"alerts" is not a list of ids of alerts in lower case.';
  const kind = ownValue(entry, 'kind');
  switch (kind) {
    case 'merge':
      return { kind, alerts };
    case 'remove': {
      const from = keyLists(ownValue(entry, 'from'));
      return from === undefined ? noFrom : { kind, alerts, from };
    }
    case 'move': {
      const from = keyLists(ownValue(entry, 'from'));
      const to = keysOf(ownValue(entry, 'to'));
      if (from === undefined) return noFrom;
      return to === undefined ? '"to" is not a list of ids of alerts in lower case.' : { kind, alerts, from, to };
    }
    case 'rename': {
      const name = ownValue(entry, 'name');
      if (typeof name !== 'string' || name.length > nameLimit) {
        return `"name" is not a text of at most ${String(nameLimit)} characters.`;
      }
      return { kind, alerts, name };
    }
    case 'pin': {
      const pinned = ownValue(entry, 'pinned');
      return typeof pinned === 'boolean' ? { kind, alerts, pinned } : '"pinned" is neither true nor false.';
    }
    default:
      return '"kind" is not "merge", "remove", "move", "rename" or "pin".';
  }
}

const noFrom = '"from" is not a list of lists of ids of alerts in lower case.';

function keyLists(value: Json | undefined): readonly (readonly string[])[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const lists = value.map((list: Json) => keysOf(list));
  return lists.every((list) => list !== undefined) ? lists : undefined;
}

function keysOf(value: Json | undefined): readonly string[] | undefined {
  return Array.isArray(value) && value.every(isKey) ? [...new Set<string>(value)] : undefined;
}

function isKey(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= keyLimit && value === value.toLowerCase();
}

function timeOf(value: Json | undefined): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function invalid(problem: string): DocumentReading {
  return { kind: 'invalid', problem };
}
