import type { StoreState, SubscriptionSnapshot } from '../storeState.ts';
import { sameValue } from '../sameValue.ts';

/**
 * Whether the rows of two moments look the same. When a subscription was last read, and that a refresh is under way,
 * does not count: a refresh that finds nothing new would else draw everything anew, and lose where the pointer rests.
 * Ages are drawn every minute all the same.
 */
export function sameRows(before: StoreState, after: StoreState): boolean {
  return (
    before.correlation === after.correlation &&
    sameSet(before.changing, after.changing) &&
    before.correlating === after.correlating &&
    before.correlationFailed === after.correlationFailed &&
    before.phase === after.phase &&
    (before.refreshing === after.refreshing || !after.subscriptions.some(isRestored)) &&
    sameValue(before.failure, after.failure) &&
    sameValue(before.failedTenants, after.failedTenants) &&
    sameValue(before.unreadableRows, after.unreadableRows) &&
    before.subscriptions.length === after.subscriptions.length &&
    before.subscriptions.every((snapshot, index) => sameRow(snapshot, after.subscriptions[index]))
  );
}

/** While what an earlier window kept is shown, the view says whether it is being read anew. */
function isRestored({ health }: SubscriptionSnapshot): boolean {
  return health.kind === 'restored';
}

function sameRow(a: SubscriptionSnapshot, b: SubscriptionSnapshot | undefined): boolean {
  if (a === b) return true;
  if (b === undefined || a.alerts !== b.alerts) return false;
  const sameHealth = a.health.kind === 'ok' ? b.health.kind === 'ok' : sameValue(a.health, b.health);
  return sameHealth && sameValue(a.subscription, b.subscription) && sameValue(a.skipped, b.skipped);
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
