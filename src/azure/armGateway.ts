import type { Alert } from '../domain/alert.ts';
import type { AzureFailure, AzureResult } from '../domain/azureFailure.ts';
import type { Permission } from '../domain/permission.ts';
import type { PlanCoverage } from '../domain/planCoverage.ts';
import type { Subscription } from '../domain/subscription.ts';
import type {
  AlertListing,
  AlertSink,
  AzureGateway,
  Cancellation,
  StatusAction,
  SubscriptionListing,
} from '../services/ports.ts';
import type { Arm } from './arm.ts';
import { inParallel } from './inParallel.ts';
import { listAlerts } from './listAlerts.ts';
import { listSubscriptions } from './listSubscriptions.ts';
import { readPermissions } from './readPermissions.ts';
import { readPlanCoverage } from './readPlanCoverage.ts';
import { setStatus } from './setStatus.ts';
import { toFailure } from './toFailure.ts';

/** ARM counts requests for each principal and region; more at once only moves the wait into 429 answers. */
const subscriptionsAtOnce = 4;

/** Azure Resource Manager behind the product's port: here everything that was thrown becomes data. */
export class ArmGateway implements AzureGateway {
  readonly #arm: Arm;
  readonly #tenants: readonly string[] | undefined;

  /** @param tenants the tenants to look into; undefined for all that the sign-in names. */
  constructor(arm: Arm, tenants: readonly string[] | undefined) {
    this.#arm = arm;
    this.#tenants = tenants;
  }

  async listSubscriptions(cancellation: Cancellation): Promise<SubscriptionListing> {
    const listing = await this.#settle('listSubscriptions', undefined, () =>
      listSubscriptions(this.#arm, this.#tenants, cancellation),
    );
    return listing.ok ? listing.value : listing;
  }

  listAlerts(
    subscription: Subscription,
    cancellation: Cancellation,
    onPage?: (alertsSoFar: number) => void,
  ): Promise<AzureResult<AlertListing>> {
    return this.#settle('listAlerts', subscription.tenantId, () =>
      listAlerts(this.#arm, subscription, cancellation, onPage),
    );
  }

  async readAlerts(subscriptions: readonly Subscription[], sink: AlertSink, cancellation: Cancellation): Promise<void> {
    await inParallel(subscriptions, subscriptionsAtOnce, async (subscription) => {
      const { subscriptionId } = subscription;
      const onPage = (alertsSoFar: number): void => sink.arriving(subscriptionId, alertsSoFar);
      sink.settled(subscriptionId, await this.listAlerts(subscription, cancellation, onPage));
      await sink.room?.();
    });
  }

  readPermissions(subscription: Subscription, cancellation: Cancellation): Promise<AzureResult<readonly Permission[]>> {
    return this.#settle('readPermissions', subscription.tenantId, () =>
      readPermissions(this.#arm, subscription, cancellation),
    );
  }

  readPlanCoverage(subscription: Subscription, cancellation: Cancellation): Promise<AzureResult<PlanCoverage>> {
    return this.#settle('readPlanCoverage', subscription.tenantId, () =>
      readPlanCoverage(this.#arm, subscription, cancellation),
    );
  }

  setStatus(alert: Alert, action: StatusAction, cancellation: Cancellation): Promise<AzureResult<Alert>> {
    return this.#settle('setStatus', alert.tenantId, () => setStatus(this.#arm, alert, action, cancellation));
  }

  async #settle<T>(call: string, tenantId: string | undefined, work: () => Promise<T>): Promise<AzureResult<T>> {
    const { clients, clock, log } = this.#arm;
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      const failure = withClock(toFailure(error, clock.now()), clients.serverClock.offBy());
      if (failure.kind === 'notSignedIn') clients.credential(tenantId).forget();
      if (failure.kind !== 'cancelled') log.warn('azure.callFailed', { call, ...loggable(failure) });
      return { ok: false, failure };
    }
  }
}

/** A refused token may be a good one that this machine's clock makes look expired. */
function withClock(failure: AzureFailure, clockOff: number | undefined): AzureFailure {
  return failure.kind === 'notSignedIn' && clockOff !== undefined ? { ...failure, clockOff } : failure;
}

/** A challenge is a header, and headers never reach the log: that there was one is enough. */
function loggable(failure: AzureFailure): Readonly<Record<string, string | number | boolean>> {
  if (failure.kind !== 'notSignedIn' || failure.claims === undefined) return { ...failure };
  const { claims: _, ...facts } = failure;
  return { ...facts, challenged: true };
}
