import type { Subscription } from '../../domain/subscription.ts';
import type { TenantFailure, UnreadableRows } from '../ports.ts';
import type { StoreState, SubscriptionSnapshot } from '../storeState.ts';

/** What the view of subscriptions looks up while it is shown; made once for each state of the subscriptions. */
export interface SubscriptionIndex {
  /** Those that could not be read first, then by name. */
  readonly tenants: readonly TenantOfIndex[];
  /** Rows of the list of tenants that could not be read. */
  readonly unreadableTenants: number;
  readonly byId: ReadonlyMap<string, SubscriptionSnapshot>;
  readonly counts: HealthCounts;
}

export interface TenantOfIndex {
  readonly tenantId: string;
  /** The display name, where ARM told it. */
  readonly tenantName?: string;
  /** Why its subscriptions could not be listed. */
  readonly failure?: TenantFailure['failure'];
  /** Rows of its list of subscriptions that could not be read. */
  readonly unreadable: number;
  /** Those that could not be read first, then by name. */
  readonly subscriptions: readonly SubscriptionSnapshot[];
  readonly counts: HealthCounts;
}

export interface HealthCounts {
  readonly all: number;
  readonly ok: number;
  readonly failed: number;
  readonly loading: number;
  /** Shown as an earlier window left them on this machine. */
  readonly restored: number;
}

type Listed = Pick<StoreState, 'subscriptions' | 'failedTenants' | 'unreadableRows'>;

const indexes = new WeakMap<StoreState['subscriptions'], { readonly of: Listed; readonly index: SubscriptionIndex }>();

/** The index of a state; the same object while neither subscriptions nor their health changed. */
export function subscriptionIndexOf(state: StoreState): SubscriptionIndex {
  const { subscriptions, failedTenants, unreadableRows } = state;
  const known = indexes.get(subscriptions);
  // A list may turn out to lack a tenant without any change of the subscriptions that it has.
  if (known?.of.failedTenants === failedTenants && known.of.unreadableRows === unreadableRows) return known.index;
  const of = { subscriptions, failedTenants, unreadableRows };
  const index = makeIndex(of);
  indexes.set(subscriptions, { of, index });
  return index;
}

function makeIndex({ subscriptions, failedTenants, unreadableRows }: Listed): SubscriptionIndex {
  const places = placesByName(subscriptions.map(({ subscription }) => subscription));
  const failures = new Map(failedTenants.map((tenant) => [tenant.tenantId, tenant]));
  const partlyRead = new Map(
    unreadableRows.flatMap((rows): [string, UnreadableRows][] =>
      rows.tenantId === undefined ? [] : [[rows.tenantId, rows]],
    ),
  );
  const named = [...failures.keys(), ...partlyRead.keys()];
  const byTenant = new Map<string, SubscriptionSnapshot[]>(named.map((tenantId) => [tenantId, []]));
  for (const snapshot of subscriptions) {
    const { tenantId } = snapshot.subscription;
    const others = byTenant.get(tenantId);
    if (others === undefined) byTenant.set(tenantId, [snapshot]);
    else others.push(snapshot);
  }
  const placeOf = ({ subscription }: SubscriptionSnapshot): number => places.get(subscription.subscriptionId) ?? 0;
  const tenants = [...byTenant].map(([tenantId, unsorted]): TenantOfIndex => {
    const sorted = unsorted.toSorted((a, b) => rank(a) - rank(b) || placeOf(a) - placeOf(b));
    const failed = failures.get(tenantId);
    const partly = partlyRead.get(tenantId);
    const tenantName = failed?.tenantName ?? partly?.tenantName ?? sorted[0]?.subscription.tenantName;
    return {
      tenantId,
      ...(tenantName === undefined ? {} : { tenantName }),
      subscriptions: sorted,
      counts: countsOf(sorted),
      unreadable: partly?.rows ?? 0,
      ...(failed === undefined ? {} : { failure: failed.failure }),
    };
  });
  return {
    tenants: tenants.sort((a, b) => tenantRank(a) - tenantRank(b)),
    unreadableTenants: unreadableRows.find(({ tenantId }) => tenantId === undefined)?.rows ?? 0,
    byId: new Map(subscriptions.map((snapshot) => [snapshot.subscription.subscriptionId, snapshot])),
    counts: countsOf(subscriptions),
  };
}

/** Only problems move up: a row that is read anew must not jump about while it is. */
function rank({ health }: SubscriptionSnapshot): number {
  return health.kind === 'failed' ? 0 : 1;
}

function tenantRank({ failure, counts, unreadable }: TenantOfIndex): number {
  return failure !== undefined ? 0 : counts.failed + unreadable > 0 ? 1 : 2;
}

function countsOf(subscriptions: readonly SubscriptionSnapshot[]): HealthCounts {
  const counts = { all: subscriptions.length, ok: 0, failed: 0, loading: 0, restored: 0 };
  for (const { health } of subscriptions) counts[health.kind] += 1;
  return counts;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Sorting thousands of names takes longest and matters only when subscriptions come, go or are renamed. */
let lastPlaces: { readonly names: string; readonly places: ReadonlyMap<string, number> } | undefined;

function placesByName(subscriptions: readonly Subscription[]): ReadonlyMap<string, number> {
  const names = subscriptions.map(({ subscriptionId, displayName }) => `${subscriptionId} ${displayName}`).join('\n');
  if (lastPlaces?.names === names) return lastPlaces.places;
  const sorted = subscriptions.toSorted((a, b) => collator.compare(a.displayName, b.displayName));
  const places = new Map(sorted.map(({ subscriptionId }, place) => [subscriptionId, place]));
  lastPlaces = { names, places };
  return places;
}
