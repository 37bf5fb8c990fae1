import type { AzureFailure } from '../domain/azureFailure.ts';
import { needsPerson } from '../domain/needsPerson.ts';
import { rowUnreadable } from './listingGaps.ts';
import type { StoreState } from './storeState.ts';

/**
 * When what could not be read is tried again without anybody asking: "at 10:05", or "after 10:07" where Azure asked to
 * be left alone for longer than until the next read. Undefined while it is being read, and where trying cannot help.
 *
 * @param nextAt when Azure is read next, if it is; epoch milliseconds.
 */
export function nextTry(
  state: StoreState,
  nextAt: number | undefined,
  timeOfDay: (time: number) => string,
): string | undefined {
  if (nextAt === undefined || state.refreshing) return undefined;
  const waits = failuresOf(state).flatMap((failure) => (needsPerson(failure) ? [] : [notBefore(failure)]));
  if (waits.length === 0) return undefined;
  const soonest = waits.reduce((one, other) => Math.min(one, other));
  return soonest > nextAt ? `after ${timeOfDay(soonest)}` : `at ${timeOfDay(nextAt)}`;
}

function failuresOf({ failedTenants, subscriptions, unreadableRows }: StoreState): readonly AzureFailure[] {
  return [
    ...failedTenants.map(({ failure }) => failure),
    ...unreadableRows.map(() => rowUnreadable),
    ...subscriptions.flatMap(({ health }) => (health.kind === 'failed' ? [health.failure] : [])),
  ];
}

function notBefore(failure: AzureFailure): number {
  return failure.kind === 'throttled' ? failure.retryAt : 0;
}
