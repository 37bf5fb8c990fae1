import { needsPerson } from '../../domain/needsPerson.ts';
import type { SubscriptionSnapshot } from '../storeState.ts';

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
      if (health.kind !== 'failed' || !needsPerson(health.failure)) this.#since.delete(subscriptionId);
      else if (!leftOut.has(subscriptionId)) this.#since.set(subscriptionId, now);
    }
  }

  /** The ids of those to leave out at this moment. */
  at(subscriptions: readonly SubscriptionSnapshot[], now: number): ReadonlySet<string> {
    const out = subscriptions.filter(({ subscription, health }) => {
      if (health.kind !== 'failed') return false;
      if (health.failure.kind === 'throttled') return health.failure.retryAt > now;
      const since = this.#since.get(subscription.subscriptionId);
      // Asked in the future: the clock was wrong then, and says nothing about how long ago that is.
      return since !== undefined && since <= now && now - since < settledFor;
    });
    return new Set(out.map(({ subscription }) => subscription.subscriptionId));
  }
}
