import type { Alert } from '../domain/alert.ts';
import type { AzureFailure, AzureResult } from '../domain/azureFailure.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import type { Permission } from '../domain/permission.ts';
import type { PlanCoverage } from '../domain/planCoverage.ts';
import type { SampleBundle } from '../domain/suppression/sampleBundle.ts';
import type { StatusAction } from '../domain/statusAction.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { SuppressionRule } from '../domain/suppression/suppressionRule.ts';

/** Ask to stop. Structural, so that services need neither DOM nor Node types; an AbortSignal fits. */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** A row that could not be read as an alert. Counted and shown: never lost silently. */
export interface SkippedRow {
  readonly reason: 'notAnObject' | 'noId';
  /** Position in the whole listing, from 0. */
  readonly index: number;
}

/** A complete listing: every page was read. A listing that ended early is a failure, never a shorter listing. */
export interface AlertListing {
  readonly alerts: readonly Alert[];
  readonly skipped: readonly SkippedRow[];
  readonly pages: number;
  /** The interface of Azure that gave it. */
  readonly source: AlertSourceName;
  /** Of each alert, at the same place, the whole row in the form of the alerts API; only from a gateway that keeps rows. */
  readonly rows?: readonly Json[];
  /** Why Resource Graph, which was asked first, could not give it. */
  readonly graphFailure?: AzureFailure;
  /** Plans of Defender for Cloud; Resource Graph tells them with the alerts. */
  readonly plans?: PlanCoverage;
}

/** The alerts API answers for one subscription; Resource Graph for all of a tenant at once, minutes later. */
export type AlertSourceName = 'alerts' | 'graph';

/** Hears what comes of reading many subscriptions, each by its lower-case id. */
export interface AlertSink {
  arriving(subscriptionId: string, alertsSoFar: number): void;
  /** Exactly once for each subscription that was asked for. */
  settled(subscriptionId: string, result: AzureResult<AlertListing>): void;
  /**
   * Settles when the sink can take more; a gateway waits for it between subscriptions. Without it a sink that passes
   * alerts on to a slow reader would hold them all. Absent where there is always room.
   */
  room?(): Promise<void>;
}

/** Which of the two is used: for each tenant the one that fits its size, or always the same where it can answer. */
export type SourceChoice = 'auto' | AlertSourceName;

/** What came of asking for one change of an alert's status. */
export type StatusChangeResult =
  /** Azure has accepted it. Its lists show it some seconds later. */
  | { readonly kind: 'changed' }
  /** Azure has not carried it out. */
  | { readonly kind: 'failed'; readonly failure: AzureFailure }
  /** The answer was lost, and the alert did not show the new status when it was read, or could not be read. */
  | { readonly kind: 'inDoubt'; readonly failure: AzureFailure };

/** A tenant whose subscriptions could not be listed. */
export interface TenantFailure {
  readonly tenantId: string;
  /** The tenant's display name, where ARM told it. */
  readonly tenantName?: string;
  readonly failure: AzureFailure;
}

/** Rows of a list that name nothing: what they stand for is not known, so that the list is not complete. */
export interface UnreadableRows {
  /** Whose list of subscriptions it is; absent for the list of tenants. */
  readonly tenantId?: string;
  /** The tenant's display name, where ARM told it. */
  readonly tenantName?: string;
  readonly rows: number;
}

/**
 * Subscriptions, and what may be missing from them, so that a listing that is partial can be said to be partial: the
 * tenants that could not be asked, present only when at least one other tenant answered, and lists with unreadable rows.
 */
export type SubscriptionListing = AzureResult<readonly Subscription[]> & {
  readonly failedTenants?: readonly TenantFailure[];
  readonly unreadableRows?: readonly UnreadableRows[];
};

/** A resource, and where it is asked for. */
export interface ResourceAddress {
  readonly subscription: Pick<Alert, 'subscriptionId' | 'tenantId'>;
  /** ARM id of a resource of that subscription, or of what hangs below one. */
  readonly resourceId: string;
  readonly apiVersion: string;
}

/** What Resource Manager says about a resource: what it is like, or that there is none. */
export type ResourceReading = { readonly kind: 'found'; readonly resource: JsonObject } | { readonly kind: 'absent' };

/** Made-up resources, which can be changed at will. */
export interface SampleResources {
  /** What is at an ARM id from now on; undefined for nothing. */
  write(resourceId: string, resource: JsonObject | undefined): Promise<void>;
}

/** All suppression rules of a subscription, and how many rows of the list could not be read as one. */
export interface SuppressionRuleListing {
  readonly rules: readonly SuppressionRule[];
  readonly unreadableRows: number;
}

/** The rules by which Azure dismisses alerts as they arrive, and sample alerts. Each change is sent once. */
interface SuppressionGateway {
  listSuppressionRules(
    subscription: Subscription,
    cancellation: Cancellation,
  ): Promise<AzureResult<SuppressionRuleListing>>;
  /** Undefined where there is no rule of that name. */
  getSuppressionRule(
    subscription: Subscription,
    name: string,
    cancellation: Cancellation,
  ): Promise<AzureResult<SuppressionRule | undefined>>;
  /** Creates or replaces a rule; gives it as the service took it. */
  putSuppressionRule(
    subscription: Subscription,
    rule: SuppressionRule,
    cancellation: Cancellation,
  ): Promise<AzureResult<SuppressionRule>>;
  /** A rule that is not there is deleted. */
  deleteSuppressionRule(
    subscription: Subscription,
    name: string,
    cancellation: Cancellation,
  ): Promise<AzureResult<undefined>>;
  /** Has Defender for Cloud raise sample alerts, some minutes after it has accepted to. */
  simulateAlerts(
    subscription: Subscription,
    bundles: readonly SampleBundle[],
    cancellation: Cancellation,
  ): Promise<AzureResult<undefined>>;
}

/** Azure, as the product needs it. Every method settles; failures are data; a cancelled call gives `cancelled`. */
export interface AzureGateway extends SuppressionGateway {
  /** Subscriptions of all tenants that the sign-in reaches. */
  listSubscriptions(cancellation: Cancellation): Promise<SubscriptionListing>;
  /** Every alert of one subscription, all pages; `onPage` hears the number of alerts read so far. */
  listAlerts(
    subscription: Subscription,
    cancellation: Cancellation,
    onPage?: (alertsSoFar: number) => void,
  ): Promise<AzureResult<AlertListing>>;
  /** Every alert of many subscriptions, told to the sink as subscriptions are done; settles after the last. */
  readAlerts(subscriptions: readonly Subscription[], sink: AlertSink, cancellation: Cancellation): Promise<void>;
  /** What the roles of the signed-in person allow on a subscription. */
  readPermissions(subscription: Subscription, cancellation: Cancellation): Promise<AzureResult<readonly Permission[]>>;
  /** Which plans of Defender for Cloud are on in a subscription. */
  readPlanCoverage(subscription: Subscription, cancellation: Cancellation): Promise<AzureResult<PlanCoverage>>;
  /** Present where this is the sample environment: nothing that is done through it reaches Azure. */
  readonly sample?: SampleResources;
  /** One resource as it is now; a resource that does not exist is an answer, not a failure. */
  readResource(address: ResourceAddress, cancellation: Cancellation): Promise<AzureResult<ResourceReading>>;
  /**
   * Changes one alert's status at the endpoint that its id names. Sent once: a throttled change fails at once with the
   * time from which it may be sent again, since that holds for the whole subscription and not for this call alone.
   */
  setStatus(alert: Alert, action: StatusAction, cancellation: Cancellation): Promise<StatusChangeResult>;
}

/** Wall clock, epoch milliseconds. A port, so that services stay deterministic. */
export interface Clock {
  now(): number;
}

/** Structured log: names and numbers only, never alert text, tokens, headers or bodies. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  warn(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
}
