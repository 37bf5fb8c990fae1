import type { AlertListing, Clock } from '../../services/ports.ts';

/** How long an empty answer of the alerts API vouches for empty ones of Resource Graph: a role may be taken away. */
const believedFor = 24 * 60 * 60_000;

/**
 * Subscriptions that the alerts API has found to be without alerts. Resource Graph says the same of a subscription whose
 * alerts the caller may not read, also when it shows the plans: a custom role may allow the one and not the other. So
 * its word is taken only after the alerts API, which refuses instead, has said so once.
 */
export class ConfirmedEmpty {
  readonly #clock: Clock;
  readonly #at = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether Resource Graph may be believed that a subscription has no alerts. */
  has(subscriptionId: string): boolean {
    const at = this.#at.get(subscriptionId);
    return at !== undefined && this.#clock.now() - at < believedFor;
  }

  /** Takes note of what was read. Where there was something, its absence has to be confirmed anew. */
  note(subscriptionId: string, { source, alerts, skipped }: AlertListing): void {
    if (alerts.length + skipped.length > 0) this.#at.delete(subscriptionId);
    else if (source === 'alerts') this.#at.set(subscriptionId, this.#clock.now());
  }
}
