import { displayLabel } from '../../displayText.ts';
import { isGuid, parseResourceId } from '../../resourceId.ts';
import { evidenceKinds, type EvidenceKindName } from './evidenceKind.ts';

/** A thing that alerts name. The key is theirs: hostile. */
export interface NamedThing {
  readonly kind: EvidenceKindName;
  readonly key: string;
}

const longestName = 80;

/** The whole hash says no more than its beginning to a person who compares two. */
const hashShown = 17;

/** Kinds whose keys hold the place that gives them meaning: "deploy on /subscriptions/…/web-1". */
const placed: ReadonlySet<EvidenceKindName> = new Set(['resource', 'account', 'session', 'workload', 'privateAddress']);

const armId = /\/subscriptions\/[^\s,]*[^\s,.]/gi;
const namedHost = /\bhost (\S+) in [0-9a-f-]{36}\b/gi;

/** What a thing is called, as display text: a resource by its own name, anything else by what is known of it. */
export function evidenceName({ kind, key }: NamedThing): string {
  if (kind === 'fileHash') return displayLabel(key, hashShown);
  if (kind === 'file') return endOfPath(key);
  return displayLabel(placed.has(kind) ? shortPlaces(key) : key, longestName);
}

/**
 * What kind of thing it is, in words. A directory names people by their address too; what it knows by an id only is, but
 * for rare cases, a service principal.
 */
export function evidenceNoun({ kind, key }: NamedThing): string {
  return kind === 'account' && isGuid(key) ? 'service principal' : evidenceKinds[kind].noun;
}

/** "the address 203.0.113.7, the account x and the resource y": as display text; empty for nothing. */
export function evidenceList(things: readonly NamedThing[], nameOf = evidenceName): string {
  const names = things.map((thing) => `the ${evidenceNoun(thing)} ${nameOf(thing)}`);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** Resources by their own names instead of their ids, and hosts without their subscription. */
function shortPlaces(text: string): string {
  return text.replaceAll(armId, (id) => parseResourceId(id)?.name ?? id).replaceAll(namedHost, '$1');
}

/** Of a long path the end: it is what tells files apart. */
function endOfPath(path: string): string {
  return displayLabel(path.length <= longestName ? path : `…${path.slice(1 - longestName)}`, longestName);
}
