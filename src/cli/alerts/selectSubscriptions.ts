import type { Subscription } from '../../domain/subscription.ts';

export interface Selection {
  readonly selected: readonly Subscription[];
  /** Ids that were asked for and that the sign-in does not reach. */
  readonly missing: readonly string[];
}

/** @param wanted lower-case ids; none for all. */
export function selectSubscriptions(available: readonly Subscription[], wanted: readonly string[]): Selection {
  if (wanted.length === 0) return { selected: available, missing: [] };
  const reached = new Map(available.map((subscription) => [subscription.subscriptionId, subscription]));
  return {
    selected: wanted.flatMap((id) => reached.get(id) ?? []),
    missing: wanted.filter((id) => !reached.has(id)),
  };
}
