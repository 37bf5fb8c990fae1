import { displayLabel } from '../../domain/displayText.ts';
import type { EvidenceKindName } from '../../domain/correlation/evidence/evidenceKind.ts';
import { parseResourceId } from '../../domain/resourceId.ts';

/** Kinds whose keys hold the place that gives them meaning: "deploy on /subscriptions/…/web-1". */
const placed: ReadonlySet<EvidenceKindName> = new Set(['resource', 'account', 'session', 'workload', 'privateAddress']);

const armId = /\/subscriptions\/[^\s,]*[^\s,.]/gi;
const namedHost = /\bhost (\S+) in [0-9a-f-]{36}\b/gi;

/** The whole hash says no more than its beginning to a person who compares two. */
const hashShown = 17;

/** What a piece of evidence is called, as display text: a resource by its own name, anything else as it is. */
export function evidenceName(kind: EvidenceKindName, key: string): string {
  if (kind === 'fileHash') return displayLabel(key, hashShown);
  return displayLabel(placed.has(kind) ? shortPlaces(key) : key, 120);
}

/** The text with resources by their own names instead of their ids, and hosts without their subscription. */
export function shortPlaces(text: string): string {
  return text.replaceAll(armId, (id) => parseResourceId(id)?.name ?? id).replaceAll(namedHost, '$1');
}
