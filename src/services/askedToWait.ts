import type { StoreState } from './storeState.ts';

/** Azure asked to be left alone until `until` (epoch milliseconds) by these subscriptions, or as a whole by none. */
export interface AskedToWait {
  readonly until: number;
  readonly subscriptionIds: ReadonlySet<string>;
}

/**
 * Whether a read at this moment would not respect what Azure has asked for; undefined where it would.
 *
 * @param only the subscriptions to be read; undefined for all, and the list of them.
 */
export function askedToWait(
  { failure, subscriptions }: StoreState,
  now: number,
  only?: ReadonlySet<string>,
): AskedToWait | undefined {
  const waits = subscriptions.flatMap(({ subscription: { subscriptionId }, health }) => {
    const isRead = only?.has(subscriptionId) ?? true;
    const isWaiting = isRead && health.kind === 'failed' && health.failure.kind === 'throttled';
    return isWaiting && health.failure.retryAt > now ? [{ subscriptionId, until: health.failure.retryAt }] : [];
  });
  const listing = only === undefined && failure?.kind === 'throttled' && failure.retryAt > now ? [failure.retryAt] : [];
  const times = [...waits.map(({ until }) => until), ...listing];
  if (times.length === 0) return undefined;
  return {
    until: times.reduce((one, other) => Math.max(one, other)),
    subscriptionIds: new Set(waits.map(({ subscriptionId }) => subscriptionId)),
  };
}
