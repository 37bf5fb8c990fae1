import type { AzureFailure } from '../../domain/azureFailure.ts';
import type { SubscriptionSnapshot } from '../storeState.ts';
import { assertNever } from '../../domain/assertNever.ts';

/** What a person has to change at Azure is asked for this rarely without being asked for. Milliseconds. */
const settledFor = 6 * 60 * 60_000;

/**
 * Subscriptions that a scheduled read leaves out, because asking again cannot help yet: they were refused for want of a
 * role or a registration within the last hours, or Azure asked to be left alone. Whoever asks for a refresh reads all.
 */
export class AskedInVain {
  readonly #since = new Map<string, number>();

  /** Takes note of what came of a read. @param now epoch milliseconds. */
  note(subscriptions: readonly SubscriptionSnapshot[], leftOut: ReadonlySet<string>, now: number): void {
    for (const { subscription, health } of subscriptions) {
      const { subscriptionId } = subscription;
      if (health.kind !== 'failed' || !isSettled(health.failure)) this.#since.delete(subscriptionId);
      else if (!leftOut.has(subscriptionId)) this.#since.set(subscriptionId, now);
    }
  }

  /** The ids of those to leave out at this moment. */
  at(subscriptions: readonly SubscriptionSnapshot[], now: number): ReadonlySet<string> {
    const out = subscriptions.filter(({ subscription, health }) => {
      if (health.kind !== 'failed') return false;
      if (health.failure.kind === 'throttled') return health.failure.retryAt > now;
      const since = this.#since.get(subscription.subscriptionId);
      return since !== undefined && now - since < settledFor;
    });
    return new Set(out.map(({ subscription }) => subscription.subscriptionId));
  }
}

/** Only a person can change it: asking again soon says the same. */
function isSettled(failure: AzureFailure): boolean {
  switch (failure.kind) {
    case 'forbidden':
    case 'notRegistered':
    case 'subscriptionUnavailable':
      return true;
    case 'notSignedIn':
    case 'throttled':
    case 'offline':
    case 'untrusted':
    case 'proxyRefused':
    case 'notAzure':
    case 'tooLarge':
    case 'cancelled':
    case 'unexpected':
      return false;
    default:
      return assertNever(failure);
  }
}
