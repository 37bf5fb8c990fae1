import type { CacheEntry } from './keptListing.ts';
import { isGuid } from '../../domain/resourceId.ts';
import { array, finite, object, oneOf, string, type Guard } from '../../protocol/schema.ts';

/** Version of the index and of what it points at. A reader that meets a greater one leaves everything alone. */
const version = 1;

/** Name of a file with alerts: the hash of what is in it. Nothing else is ever opened. */
const bodyName = /^[0-9a-f]{32}\.alerts\.gz$/;

export function isBodyName(name: string): boolean {
  return bodyName.test(name);
}

const body: Guard<string> = (value): value is string => typeof value === 'string' && isBodyName(value);

/** They become parts of links, of scopes and of a command line. */
const guid: Guard<string> = (value): value is string => typeof value === 'string' && isGuid(value);

const entry: Guard<CacheEntry> = object(
  {
    subscription: object(
      { subscriptionId: guid, tenantId: guid, displayName: string, state: string },
      { tenantName: string },
    ),
    at: finite,
    count: finite,
    skipped: array(object({ reason: oneOf('notAnObject', 'noId'), index: finite })),
  },
  { body, source: oneOf('alerts', 'graph') },
);

const document = object({ v: finite, owner: string, entries: array(entry) });

/** What an index says, or why it says nothing. */
export type IndexReading =
  | { readonly kind: 'read'; readonly entries: readonly CacheEntry[] }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

/**
 * The index as a file: a checksum, and what it is about. `owner` names whose data it is; a folder that was copied over
 * from another account is not believed.
 */
export function writeIndex(entries: readonly CacheEntry[], owner: string, hash: (text: string) => string): string {
  const text = JSON.stringify({ v: version, owner, entries });
  return `${hash(text)}\n${text}`;
}

/** Reads the text of an index. Never throws. */
export function readIndex(file: string, owner: string, hash: (text: string) => string): IndexReading {
  const [checksum, text = ''] = file.split('\n', 2);
  if (checksum !== hash(text)) return { kind: 'damaged' };
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null && 'v' in value && typeof value.v === 'number' && value.v > version) {
    return { kind: 'newer' };
  }
  return document(value) && value.v === version && value.owner === owner
    ? { kind: 'read', entries: value.entries }
    : { kind: 'damaged' };
}

/**
 * Entries of two indexes: of each subscription the one that was read later. In the order of the first. What was read after
 * `now` gives way: the clock was wrong then, and would keep what is true today out for as long as it was ahead.
 */
export function mergeEntries(
  one: readonly CacheEntry[],
  other: readonly CacheEntry[],
  now: number,
): readonly CacheEntry[] {
  const merged = new Map(one.map((each) => [each.subscription.subscriptionId, each]));
  for (const each of other) {
    const { subscriptionId } = each.subscription;
    const known = merged.get(subscriptionId);
    if (known === undefined || known.at < each.at || known.at > now) merged.set(subscriptionId, each);
  }
  return [...merged.values()];
}
