import type { Alert } from '../../../domain/alert.ts';
import type { AlertStatus } from '../../../domain/alertStatus.ts';
import type { AzureFailure } from '../../../domain/azureFailure.ts';
import type { StatusAction } from '../../../domain/statusAction.ts';

/** One status that a person asks for. */
export interface StatusChange {
  readonly alert: Alert;
  readonly action: StatusAction;
  /** Sent even if the alert is shown in that status: whether it is, is in doubt. */
  readonly inDoubt?: true;
}

/** What became of it, or how far it is. */
export type StatusOutcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'changed' }
  /** It had that status already. */
  | { readonly kind: 'unchanged' }
  /** Called off before it was sent. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: AzureFailure }
  /** Not sent, since another change of the subscription failed for a reason that all of them share. */
  | { readonly kind: 'notTried'; readonly failure: AzureFailure }
  /** Sent, and the answer was lost: Azure may have carried it out. */
  | { readonly kind: 'inDoubt'; readonly failure: AzureFailure };

/** One change of a batch, at one moment. */
export interface StatusResult extends StatusChange {
  /** The alert's status without this change. */
  readonly before: AlertStatus;
  readonly outcome: StatusOutcome;
}

export interface StatusProgress {
  /** Changes that ended, one way or another. */
  readonly done: number;
  readonly total: number;
  /** Until when Azure asked to wait, in epoch milliseconds; absent while it did not. */
  readonly waitingUntil?: number;
}
