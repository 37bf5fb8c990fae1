import type { Alert, AlertKey } from '../domain/alert.ts';
import type { AzureFailure } from '../domain/azureFailure.ts';
import type { Correlation } from '../domain/correlation/correlation.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { PlanCoverage } from '../domain/planCoverage.ts';
import type { ListingGaps } from './listingGaps.ts';
import type { AlertSourceName, SkippedRow } from './ports.ts';

/** How far the newest attempt to read one subscription got. Times are epoch milliseconds UTC. */
export type SubscriptionHealth =
  | { readonly kind: 'loading'; readonly alertsSoFar: number }
  | { readonly kind: 'ok'; readonly at: number }
  /** Nothing was read yet in this window: shown is what an earlier one read at that time and kept on this machine. */
  | { readonly kind: 'restored'; readonly at: number }
  /** `staleSince`: when the alerts that are still shown were read; absent when none ever were. */
  | { readonly kind: 'failed'; readonly failure: AzureFailure; readonly staleSince?: number };

/** Everything known about one subscription. Immutable. A failed read keeps the alerts of the last complete one. */
export interface SubscriptionSnapshot {
  readonly subscription: Subscription;
  readonly alerts: readonly Alert[];
  readonly skipped: readonly SkippedRow[];
  readonly health: SubscriptionHealth;
  /** Where the alerts that are shown were read; absent while none were read in this window. */
  readonly source?: AlertSourceName;
  /** Why Resource Graph, which was asked before the alerts API, could not give them. */
  readonly graphFailure?: AzureFailure;
  /** Plans of Defender for Cloud, where they came with the alerts. */
  readonly plans?: PlanCoverage;
}

/**
 * `ready`: at least one selected subscription was read, now or earlier. `failed`: none could be read, so nothing is
 * known. `noneSelected`: there are subscriptions, and the person chose none of them.
 */
export type StorePhase = 'signedOut' | 'noSubscriptions' | 'noneSelected' | 'loading' | 'ready' | 'failed';

/** How far correlation is. */
export interface CorrelationState {
  /** The last one that was finished: what is shown until the next is there. The same object while nothing changed. */
  readonly correlation: Correlation;
  /** Another one is under way, which will take its place. */
  readonly correlating: boolean;
  /** The newest attempt failed: what is shown may be older than the alerts, or nothing. */
  readonly correlationFailed: boolean;
}

/** One moment of the whole product. Immutable: a change is a new object. */
export interface StoreState extends CorrelationState, ListingGaps {
  readonly phase: StorePhase;
  /** Why the subscriptions could not be listed, or why none could be read. */
  readonly failure?: AzureFailure;
  /** Subscriptions that the sign-in reaches; those in `subscriptions` are the selected ones. */
  readonly available: readonly Subscription[];
  readonly subscriptions: readonly SubscriptionSnapshot[];
  readonly refreshing: boolean;
  /** Alerts that are shown in a status that Azure has not accepted yet. */
  readonly changing: ReadonlySet<AlertKey>;
}
