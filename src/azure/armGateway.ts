import type { Alert } from '../domain/alert.ts';
import type { AzureFailure, AzureResult } from '../domain/azureFailure.ts';
import type { Permission } from '../domain/permission.ts';
import type { PlanCoverage } from '../domain/planCoverage.ts';
import type { StatusAction } from '../domain/statusAction.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { SampleBundle } from '../domain/suppression/sampleBundle.ts';
import type { SuppressionRule } from '../domain/suppression/suppressionRule.ts';
import type {
  AlertListing,
  AlertSink,
  AzureGateway,
  Cancellation,
  ResourceAddress,
  ResourceReading,
  SourceChoice,
  StatusChangeResult,
  SuppressionRuleListing,
  SubscriptionListing,
} from '../services/ports.ts';
import type { Arm } from './arm.ts';
import { ConfirmedEmpty } from './graph/confirmedEmpty.ts';
import { GraphReader, type LeftOver } from './graph/graphReader.ts';
import { inParallel } from './inParallel.ts';
import { createLimiter } from './limiter.ts';
import { listAlerts } from './listAlerts.ts';
import { listSubscriptions } from './listSubscriptions.ts';
import { Outages } from './outages.ts';
import { readPermissions } from './readPermissions.ts';
import { readPlanCoverage } from './readPlanCoverage.ts';
import { readResource } from './readResource.ts';
import { setStatus } from './setStatus.ts';
import { SourceChooser } from './sourceChooser.ts';
import { simulateAlerts } from './simulateAlerts.ts';
import {
  deleteSuppressionRule,
  getSuppressionRule,
  listSuppressionRules,
  putSuppressionRule,
} from './suppressionRules.ts';
import { toFailure } from './toFailure.ts';
import { WordPool } from './wire/wordPool.ts';

/**
 * Each subscription has a quota of its own (some 250 reads, and 25 a second from then on), so that many at once are no
 * burden to any; a principal has fifteen times that in all. At 300 ms an answer, 200 subscriptions take 15 s by four,
 * 4 s by sixteen; from there on the work on the answers weighs as much as the wait for them.
 */
export const subscriptionsAtOnce = 16;

/** Tenants whose Resource Graph is asked at once; each grants a quota of its own. */
const tenantsAtOnce = 4;

interface AloneOptions {
  readonly sink: AlertSink;
  readonly cancellation: Cancellation;
  readonly words: WordPool;
  readonly outages: Outages;
  readonly told: LeftOver;
}

/** Azure Resource Manager behind the product's port: here everything that was thrown becomes data. */
export class ArmGateway implements AzureGateway {
  readonly #arm: Arm;
  readonly #tenants: readonly string[] | undefined;
  readonly #sources: SourceChooser;
  readonly #confirmedEmpty: ConfirmedEmpty;

  /** @param tenants the tenants to look into; undefined for all that the sign-in names. */
  constructor(arm: Arm, tenants: readonly string[] | undefined, source: SourceChoice) {
    this.#arm = arm;
    this.#tenants = tenants;
    this.#sources = new SourceChooser(source, arm.clock);
    this.#confirmedEmpty = new ConfirmedEmpty(arm.clock);
  }

  async listSubscriptions(cancellation: Cancellation): Promise<SubscriptionListing> {
    const listing = await this.#settle('listSubscriptions', () =>
      listSubscriptions(this.#arm, this.#tenants, cancellation),
    );
    return listing.ok ? listing.value : listing;
  }

  listAlerts(
    subscription: Subscription,
    cancellation: Cancellation,
    onPage?: (alertsSoFar: number) => void,
  ): Promise<AzureResult<AlertListing>> {
    return this.#settle('listAlerts', () => listAlerts(this.#arm, subscription, cancellation, onPage));
  }

  async readAlerts(subscriptions: readonly Subscription[], sink: AlertSink, cancellation: Cancellation): Promise<void> {
    const words = new WordPool();
    const outages = new Outages();
    const noting = this.#noting(sink);
    const atOnce = createLimiter(subscriptionsAtOnce);
    const reading: Promise<void>[] = [];
    const readAlone = (subscription: Subscription, told: LeftOver = {}): void => {
      const options = { sink: noting, cancellation, words, outages, told };
      reading.push(atOnce(() => this.#readAlone(subscription, options)));
    };
    const { graph, alerts } = this.#sources.split(subscriptions);
    for (const subscription of alerts) readAlone(subscription);
    const isEmptyConfirmed = (id: string): boolean => this.#confirmedEmpty.has(id);
    const options = { sink: noting, cancellation, words, leaveOver: readAlone, isEmptyConfirmed };
    await inParallel([...graph], tenantsAtOnce, ([tenantId, ofTenant]) =>
      new GraphReader(this.#arm, tenantId, ofTenant, options).read(),
    );
    await Promise.all(reading);
  }

  /** The sink, so that what is settled is remembered for what Resource Graph will say next time. */
  #noting(sink: AlertSink): AlertSink {
    return {
      arriving: (id, alertsSoFar) => sink.arriving(id, alertsSoFar),
      settled: (id, result) => {
        if (result.ok) this.#confirmedEmpty.note(id, result.value);
        sink.settled(id, result);
      },
      ...(sink.room && { room: () => sink.room?.() ?? Promise.resolve() }),
    };
  }

  async #readAlone(
    subscription: Subscription,
    { sink, cancellation, words, outages, told }: AloneOptions,
  ): Promise<void> {
    const { subscriptionId, tenantId } = subscription;
    const outage = outages.of(tenantId);
    if (outage !== undefined) {
      sink.settled(subscriptionId, { ok: false, failure: outage });
      return;
    }
    const onPage = (alertsSoFar: number): void => sink.arriving(subscriptionId, alertsSoFar);
    const result = await this.#settle('listAlerts', () =>
      listAlerts(this.#arm, subscription, cancellation, onPage, words),
    );
    outages.learn(tenantId, result);
    sink.settled(subscriptionId, result.ok ? { ok: true, value: { ...result.value, ...told } } : result);
    await sink.room?.();
  }

  readPermissions(subscription: Subscription, cancellation: Cancellation): Promise<AzureResult<readonly Permission[]>> {
    return this.#settle('readPermissions', () => readPermissions(this.#arm, subscription, cancellation));
  }

  readPlanCoverage(subscription: Subscription, cancellation: Cancellation): Promise<AzureResult<PlanCoverage>> {
    return this.#settle('readPlanCoverage', () => readPlanCoverage(this.#arm, subscription, cancellation));
  }

  readResource(address: ResourceAddress, cancellation: Cancellation): Promise<AzureResult<ResourceReading>> {
    return this.#settle('readResource', () => readResource(this.#arm, address, cancellation));
  }

  async setStatus(alert: Alert, action: StatusAction, cancellation: Cancellation): Promise<StatusChangeResult> {
    this.#sources.changed(alert.subscriptionId);
    const result = await this.#settle('setStatus', () => setStatus(this.#arm, alert, action, cancellation));
    return result.ok ? result.value : { kind: 'failed', failure: result.failure };
  }

  listSuppressionRules(
    subscription: Subscription,
    cancellation: Cancellation,
  ): Promise<AzureResult<SuppressionRuleListing>> {
    return this.#settle('listSuppressionRules', () => listSuppressionRules(this.#arm, subscription, cancellation));
  }

  getSuppressionRule(
    subscription: Subscription,
    name: string,
    cancellation: Cancellation,
  ): Promise<AzureResult<SuppressionRule | undefined>> {
    return this.#settle('getSuppressionRule', () => getSuppressionRule(this.#arm, subscription, name, cancellation));
  }

  putSuppressionRule(
    subscription: Subscription,
    rule: SuppressionRule,
    cancellation: Cancellation,
  ): Promise<AzureResult<SuppressionRule>> {
    return this.#settle('putSuppressionRule', () => putSuppressionRule(this.#arm, subscription, rule, cancellation));
  }

  deleteSuppressionRule(
    subscription: Subscription,
    name: string,
    cancellation: Cancellation,
  ): Promise<AzureResult<undefined>> {
    return this.#settle('deleteSuppressionRule', () =>
      deleteSuppressionRule(this.#arm, subscription, name, cancellation),
    );
  }

  simulateAlerts(
    subscription: Subscription,
    bundles: readonly SampleBundle[],
    cancellation: Cancellation,
  ): Promise<AzureResult<undefined>> {
    // Resource Graph lags: whoever waits for the samples asks the alerts API.
    this.#sources.changed(subscription.subscriptionId);
    return this.#settle('simulateAlerts', () => simulateAlerts(this.#arm, subscription, bundles, cancellation));
  }

  async #settle<T>(call: string, work: () => Promise<T>): Promise<AzureResult<T>> {
    const { clients, clock, log } = this.#arm;
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      const failure = withClock(toFailure(error, clock.now()), clients.serverClock.offBy());
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
