import type { AzureFailure } from '../domain/azureFailure.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { KeptListing } from './cache/keptListing.ts';
import type { AlertListing, TenantFailure, UnreadableRows } from './ports.ts';
import type { StorePhase, SubscriptionHealth, SubscriptionSnapshot } from './storeState.ts';
import { assertNever } from '../domain/assertNever.ts';
import { hasGaps, rowUnreadable, whyUnlisted, type ListingGaps } from './listingGaps.ts';
import { sameValue } from './sameValue.ts';
import type { AskedStatus, SettledStatus, StatusOverlays } from './statusOverlay.ts';
import { noOverlays, withAsked, withoutKnown, withSettled } from './statusOverlay.ts';

type SubscriptionListing =
  | { readonly kind: 'pending' }
  | { readonly kind: 'listed' }
  | { readonly kind: 'failed'; readonly failure: AzureFailure };

/** What the store knows for itself; phase, failure and correlation follow from it. */
export interface StoreFacts extends ListingGaps {
  readonly listing: SubscriptionListing;
  readonly subscriptions: readonly SubscriptionSnapshot[];
  readonly refreshing: boolean;
  /** Statuses that were changed here, over those of the lists. */
  readonly statuses: StatusOverlays;
}

/** What can happen to one subscription while it is read. */
export type SubscriptionEvent =
  | { readonly kind: 'alertsArriving'; readonly subscriptionId: string; readonly alertsSoFar: number }
  | {
      readonly kind: 'alertsListed';
      readonly subscriptionId: string;
      readonly listing: AlertListing;
      readonly at: number;
      /** When its reading began; absent where another window read it, some time before `at`. */
      readonly readFrom?: number;
    }
  | { readonly kind: 'alertsFailed'; readonly subscriptionId: string; readonly failure: AzureFailure };

/** What one refresh reads: everything that is selected, unless it says otherwise. Subscriptions by their lower-case ids. */
export interface ReadExtent {
  /** Nothing but these. */
  readonly only?: readonly string[];
  /** Not these: they stay as they are. */
  readonly except?: ReadonlySet<string>;
}

/** Everything that can happen to the store. Subscriptions are named by their lower-case id. */
export type StoreEvent =
  | ({ readonly kind: 'refreshStarted' } & ReadExtent)
  | { readonly kind: 'refreshEnded' }
  /** By the person: what was read so far stays. */
  | { readonly kind: 'refreshCancelled' }
  | {
      readonly kind: 'subscriptionsListed';
      readonly available: readonly Subscription[];
      readonly selected: readonly Subscription[];
      readonly failedTenants?: readonly TenantFailure[];
      readonly unreadableRows?: readonly UnreadableRows[];
    }
  /** The person chose others of the subscriptions that are known. */
  | { readonly kind: 'selectionChanged'; readonly selected: readonly Subscription[] }
  | { readonly kind: 'listingFailed'; readonly failure: AzureFailure }
  | SubscriptionEvent
  /** What an earlier window read: shown until better arrives, and never in place of it. */
  | { readonly kind: 'restored'; readonly listings: readonly KeptListing[] }
  /** A person asked for other statuses: they are shown at once. */
  | { readonly kind: 'statusAsked'; readonly changes: readonly AskedStatus[] }
  /** What came of it. */
  | { readonly kind: 'statusSettled'; readonly changes: readonly SettledStatus[] }
  /** Signed out, or signed in as somebody else: nothing may be kept. */
  | { readonly kind: 'cleared'; readonly signedOut: boolean };

export const emptyFacts: StoreFacts = {
  listing: { kind: 'pending' },
  available: [],
  subscriptions: [],
  failedTenants: [],
  unreadableRows: [],
  refreshing: false,
  statuses: noOverlays,
};

const signedOutFacts: StoreFacts = { ...emptyFacts, listing: { kind: 'failed', failure: { kind: 'notSignedIn' } } };

/** The facts after an event; the same object when the event changes nothing. */
export function reduceFacts(facts: StoreFacts, event: StoreEvent): StoreFacts {
  const next = applyEvent(facts, event);
  return next === facts || sameFacts(next, facts) ? facts : next;
}

/** The same for many events of subscriptions, in one pass: of thousands of subscriptions many are read at once. */
export function reduceEach(facts: StoreFacts, events: readonly SubscriptionEvent[]): StoreFacts {
  const next = changeSnapshots(facts, events);
  return sameFacts(next, facts) ? facts : next;
}

function applyEvent(facts: StoreFacts, event: StoreEvent): StoreFacts {
  switch (event.kind) {
    case 'refreshStarted':
      return startRefresh(facts, event);
    case 'refreshEnded':
      return { ...facts, refreshing: false };
    case 'refreshCancelled':
      return cancelRefresh(facts);
    case 'subscriptionsListed':
      return takeSubscriptions(facts, event);
    case 'selectionChanged':
      return { ...facts, subscriptions: snapshotsOf(facts, event.selected) };
    case 'listingFailed':
      return failListing(facts, event.failure);
    case 'alertsArriving':
    case 'alertsListed':
    case 'alertsFailed':
      return changeSnapshots(facts, [event]);
    case 'restored':
      return restoreListings(facts, event.listings);
    case 'statusAsked':
      return { ...facts, statuses: withAsked(facts.statuses, event.changes) };
    case 'statusSettled':
      return { ...facts, statuses: withSettled(facts.statuses, event.changes) };
    case 'cleared':
      return event.signedOut ? signedOutFacts : emptyFacts;
    default:
      return assertNever(event);
  }
}

/** Where nothing is known yet, a new attempt is "loading" again; what is on the screen stays until better arrives. */
function startRefresh(facts: StoreFacts, { only, except }: ReadExtent): StoreFacts {
  const read = only === undefined ? undefined : new Set(only);
  const subscriptions = facts.subscriptions.map((snapshot): SubscriptionSnapshot => {
    const { subscriptionId } = snapshot.subscription;
    const isRead = (read?.has(subscriptionId) ?? true) && except?.has(subscriptionId) !== true;
    const hasNothing = isRead && snapshot.health.kind === 'failed' && snapshot.health.staleSince === undefined;
    return hasNothing ? { ...snapshot, health: { kind: 'loading', alertsSoFar: 0 } } : snapshot;
  });
  const knowsNothing = read === undefined && facts.listing.kind === 'failed' && facts.subscriptions.length === 0;
  return { ...facts, subscriptions, listing: knowsNothing ? { kind: 'pending' } : facts.listing, refreshing: true };
}

function cancelRefresh(facts: StoreFacts): StoreFacts {
  const failure: AzureFailure = { kind: 'cancelled' };
  return {
    ...facts,
    listing: facts.listing.kind === 'pending' ? { kind: 'failed', failure } : facts.listing,
    subscriptions: facts.subscriptions.map((snapshot) => failSnapshot(snapshot, failure)),
    refreshing: false,
  };
}

function takeSubscriptions(
  facts: StoreFacts,
  {
    available,
    selected,
    failedTenants = [],
    unreadableRows = [],
  }: Extract<StoreEvent, { kind: 'subscriptionsListed' }>,
): StoreFacts {
  const gaps: ListingGaps = { available, failedTenants, unreadableRows };
  const subscriptions = [...snapshotsOf(facts, selected), ...keepUnlisted(facts.subscriptions, gaps)];
  return { ...facts, ...gaps, listing: { kind: 'listed' }, subscriptions };
}

/** What is known of each subscription; of those that were not seen before, nothing yet. */
function snapshotsOf(facts: StoreFacts, selected: readonly Subscription[]): readonly SubscriptionSnapshot[] {
  const known = new Map(facts.subscriptions.map((snapshot) => [snapshot.subscription.subscriptionId, snapshot]));
  return selected.map((subscription): SubscriptionSnapshot => {
    const before = known.get(subscription.subscriptionId);
    if (before !== undefined) return { ...before, subscription };
    return { subscription, alerts: [], skipped: [], health: { kind: 'loading', alertsSoFar: 0 } };
  });
}

/** A list that could not be read as a whole has not said that what it lacks is gone: that stays, as stale. */
function keepUnlisted(before: readonly SubscriptionSnapshot[], gaps: ListingGaps): readonly SubscriptionSnapshot[] {
  const whyMissing = whyUnlisted(gaps);
  return before.flatMap((snapshot) => {
    const failure = whyMissing(snapshot.subscription);
    return failure === undefined ? [] : [failSnapshot(snapshot, failure)];
  });
}

/**
 * Before Azure has said which subscriptions there are, those that were kept stand for them; after that, only those that
 * it named and that were not read meanwhile take what was kept, and those come back that its list may lack wrongly.
 */
function restoreListings(facts: StoreFacts, listings: readonly KeptListing[]): StoreFacts {
  const kept = new Map(listings.map((listing) => [listing.subscription.subscriptionId, listing]));
  const known = facts.subscriptions.map((snapshot) => {
    const listing = kept.get(snapshot.subscription.subscriptionId);
    kept.delete(snapshot.subscription.subscriptionId);
    return listing === undefined ? snapshot : restoreSnapshot(snapshot, listing);
  });
  const added = [...kept.values()].map(({ at, ...listing }): SubscriptionSnapshot => {
    return { ...listing, health: { kind: 'restored', at } };
  });
  if (facts.listing.kind === 'listed') return { ...facts, subscriptions: [...known, ...keepUnlisted(added, facts)] };
  const subscriptions = [...known, ...added];
  const failed = facts.listing.kind === 'failed';
  return failed ? failListing({ ...facts, subscriptions }, facts.listing.failure) : { ...facts, subscriptions };
}

function restoreSnapshot(snapshot: SubscriptionSnapshot, listing: KeptListing): SubscriptionSnapshot {
  const { health } = snapshot;
  if (lastReadAt(health) !== undefined) return snapshot;
  const { alerts, skipped, at, source } = listing;
  const restored: SubscriptionHealth =
    health.kind === 'failed' ? { ...health, staleSince: at } : { kind: 'restored', at };
  return { ...snapshot, alerts, skipped, health: restored, ...(source === undefined ? {} : { source }) };
}

/** Alerts that were read before stay on the screen as stale: failing to read must never look like nothing found. */
function failListing(facts: StoreFacts, failure: AzureFailure): StoreFacts {
  return {
    ...facts,
    listing: { kind: 'failed', failure },
    subscriptions: facts.subscriptions.map((snapshot) => failSnapshot(snapshot, failure)),
  };
}

function takeListing(snapshot: SubscriptionSnapshot, listing: AlertListing, at: number): SubscriptionSnapshot {
  const unchanged = sameValue(snapshot.alerts, listing.alerts);
  const { graphFailure: _, ...before } = snapshot;
  const { source, graphFailure, plans } = listing;
  return {
    ...before,
    alerts: unchanged ? snapshot.alerts : listing.alerts,
    skipped: listing.skipped,
    health: { kind: 'ok', at },
    source,
    ...(graphFailure === undefined ? {} : { graphFailure }),
    ...(plans === undefined ? {} : { plans }),
  };
}

function failSnapshot(snapshot: SubscriptionSnapshot, failure: AzureFailure): SubscriptionSnapshot {
  // A person who cancels has not learned anything about the subscription: what was known stays as it was.
  if (failure.kind === 'cancelled' && snapshot.health.kind !== 'loading') return snapshot;
  const staleSince = lastReadAt(snapshot.health);
  const health: SubscriptionHealth = { kind: 'failed', failure, ...(staleSince === undefined ? {} : { staleSince }) };
  return { ...snapshot, health };
}

function lastReadAt(health: SubscriptionHealth): number | undefined {
  if (health.kind === 'ok' || health.kind === 'restored') return health.at;
  return health.kind === 'failed' ? health.staleSince : undefined;
}

function changeSnapshots(facts: StoreFacts, events: readonly SubscriptionEvent[]): StoreFacts {
  const bySubscription = Map.groupBy(events, ({ subscriptionId }) => subscriptionId);
  const subscriptions = facts.subscriptions.map((snapshot) =>
    (bySubscription.get(snapshot.subscription.subscriptionId) ?? []).reduce(changeSnapshot, snapshot),
  );
  return { ...facts, subscriptions, statuses: events.reduce(withoutListed, facts.statuses) };
}

/** A list that another window read was begun at most so long before that window had it: a refresh takes no longer. */
const longestRead = 5 * 60_000;

function withoutListed(statuses: StatusOverlays, event: SubscriptionEvent): StatusOverlays {
  if (event.kind !== 'alertsListed' || statuses.size === 0) return statuses;
  const { subscriptionId, listing, at, readFrom = at - longestRead } = event;
  return withoutKnown(statuses, subscriptionId, listing.source, readFrom);
}

function changeSnapshot(snapshot: SubscriptionSnapshot, event: SubscriptionEvent): SubscriptionSnapshot {
  switch (event.kind) {
    case 'alertsArriving': {
      const { alertsSoFar } = event;
      return snapshot.health.kind === 'loading' ? { ...snapshot, health: { kind: 'loading', alertsSoFar } } : snapshot;
    }
    case 'alertsListed':
      return takeListing(snapshot, event.listing, event.at);
    case 'alertsFailed':
      return failSnapshot(snapshot, event.failure);
    default:
      return assertNever(event);
  }
}

function sameFacts(a: StoreFacts, b: StoreFacts): boolean {
  return (
    a.refreshing === b.refreshing &&
    a.statuses === b.statuses &&
    sameValue(a.listing, b.listing) &&
    sameValue(a.available, b.available) &&
    sameValue(a.failedTenants, b.failedTenants) &&
    sameValue(a.unreadableRows, b.unreadableRows) &&
    a.subscriptions.length === b.subscriptions.length &&
    a.subscriptions.every((snapshot, index) => sameSnapshot(snapshot, b.subscriptions[index]))
  );
}

/** Alerts are compared by reference only: `takeListing` keeps the old list when the new one says the same. */
function sameSnapshot(a: SubscriptionSnapshot, b: SubscriptionSnapshot | undefined): boolean {
  return (
    a === b ||
    (b !== undefined &&
      a.alerts === b.alerts &&
      sameValue(a.subscription, b.subscription) &&
      a.source === b.source &&
      sameValue(a.skipped, b.skipped) &&
      sameValue(a.health, b.health) &&
      sameValue(a.graphFailure, b.graphFailure) &&
      sameValue(a.plans, b.plans))
  );
}

/** What the whole product can say about itself, from the facts alone. */
export function phaseOf(facts: StoreFacts): StorePhase {
  const { listing, available, subscriptions } = facts;
  if (subscriptions.some(({ health }) => lastReadAt(health) !== undefined)) return 'ready';
  if (listing.kind === 'pending') return 'loading';
  if (listing.kind === 'failed') return listing.failure.kind === 'notSignedIn' ? 'signedOut' : 'failed';
  if (available.length === 0) return hasGaps(facts) ? 'failed' : 'noSubscriptions';
  if (subscriptions.length === 0) return 'noneSelected';
  return subscriptions.some(({ health }) => health.kind === 'loading') ? 'loading' : 'failed';
}

/** Why the subscriptions could not be listed, or else the first reason why none of them could be read. */
export function failureOf(facts: StoreFacts): AzureFailure | undefined {
  if (facts.listing.kind === 'failed') return facts.listing.failure;
  if (phaseOf(facts) !== 'failed') return undefined;
  const first = facts.subscriptions.map(({ health }) => health).find(({ kind }) => kind === 'failed');
  return first?.kind === 'failed' ? first.failure : (facts.failedTenants[0]?.failure ?? rowUnreadable);
}
