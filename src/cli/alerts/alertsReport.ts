import type { AzureFailure } from '../../domain/azureFailure.ts';
import { hasGaps } from '../../services/listingGaps.ts';
import type { AlertListing, TenantFailure, UnreadableRows } from '../../services/ports.ts';

/** What came of one subscription. `seconds` from the start of the reading. */
export interface SubscriptionReport {
  readonly subscriptionId: string;
  readonly displayName?: string;
  readonly tenantId?: string;
  readonly seconds: number;
  readonly outcome: ReadOutcome | { readonly failure: AzureFailure };
}

/** Numbers of a subscription that was read to its end. */
export interface ReadOutcome extends Pick<AlertListing, 'pages' | 'source' | 'graphFailure'> {
  readonly alerts: number;
  /** Of these, the ones that were asked for. */
  readonly shown: number;
  /** Rows that could not be read as alerts. */
  readonly skipped: number;
}

/** Why a reading ended before everything was read. */
export type Stop = 'interrupted' | 'timeout' | 'outputGone';

/** Everything that is known when a reading ends. */
export interface AlertsReport {
  readonly subscriptions: readonly SubscriptionReport[];
  readonly failedTenants: readonly TenantFailure[];
  /** Rows of the lists of tenants and of subscriptions that name nothing. */
  readonly unreadableRows: readonly UnreadableRows[];
  readonly seconds: number;
  readonly stop?: Stop;
}

export function isRead(outcome: SubscriptionReport['outcome']): outcome is ReadOutcome {
  return !('failure' in outcome);
}

/** Exit codes: all was read, only a part, nothing. */
const complete = 0;
const partial = 3;
const nothingRead = 2;
const interrupted = 130;

/** What the shell is told. A reader that went away has all that it wanted. */
export function exitCodeOf(report: AlertsReport): number {
  const { subscriptions, stop } = report;
  if (stop === 'outputGone') return complete;
  if (stop === 'interrupted') return interrupted;
  const read = subscriptions.map(({ outcome }) => outcome).filter(isRead);
  if (read.length === 0) return nothingRead;
  const whole = read.length === subscriptions.length && read.every(({ skipped }) => skipped === 0);
  return whole && !hasGaps(report) && stop === undefined ? complete : partial;
}
