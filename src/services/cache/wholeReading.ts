import { array, finite, object, string, type Guard } from '../../protocol/schema.ts';
import { isGuid } from '../../domain/resourceId.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { hasGaps } from '../listingGaps.ts';
import type { StoreState } from '../storeState.ts';

/**
 * That a window has read everything that it wanted, without a failure. Only such a reading may stand in for one of
 * another window's own: what is kept says nothing of what could not be read.
 */
export interface WholeReading {
  /** When the first of it was read; epoch milliseconds. */
  readonly at: number;
  /** All subscriptions that the sign-in reaches, wanted or not. */
  readonly available: readonly Subscription[];
}

/** Version of the file. One of another version is not used: it is written anew after every refresh. */
const version = 1;

/** They become parts of links, of scopes and of a command line. */
const guid: Guard<string> = (value): value is string => typeof value === 'string' && isGuid(value);

const document = object({
  v: finite,
  owner: string,
  at: finite,
  available: array(
    object({ subscriptionId: guid, tenantId: guid, displayName: string, state: string }, { tenantName: string }),
  ),
});

/** What the store has read, if that was everything and is over; undefined otherwise. */
export function wholeReadingOf(state: StoreState): WholeReading | undefined {
  const { available, failure, refreshing, subscriptions } = state;
  if (refreshing || failure !== undefined || hasGaps(state) || available.length === 0) return undefined;
  const times = subscriptions.flatMap(({ health }) => (health.kind === 'ok' ? [health.at] : []));
  if (times.length === 0 || times.length < subscriptions.length) return undefined;
  return { at: times.reduce((first, time) => Math.min(first, time)), available };
}

/** A reading as a file: a checksum, and what it is about. */
export function writeReading({ at, available }: WholeReading, owner: string, hash: (text: string) => string): string {
  const text = JSON.stringify({ v: version, owner, at, available });
  return `${hash(text)}\n${text}`;
}

/** The reading that a file holds; undefined when it is damaged, of another version or of another owner. Never throws. */
export function readReading(file: string, owner: string, hash: (text: string) => string): WholeReading | undefined {
  const [checksum, text = ''] = file.split('\n', 2);
  if (checksum !== hash(text)) return undefined;
  const value: unknown = JSON.parse(text);
  if (!document(value) || value.v !== version || value.owner !== owner) return undefined;
  return { at: value.at, available: value.available };
}
