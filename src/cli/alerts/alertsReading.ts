import type { AzureFailure, AzureResult } from '../../domain/azureFailure.ts';
import type { Subscription } from '../../domain/subscription.ts';
import type {
  AlertListing,
  AzureGateway,
  SubscriptionListing,
  TenantFailure,
  UnreadableRows,
} from '../../services/ports.ts';
import type { Outlet } from '../outlet.ts';
import { alertsFilter } from './alertsFilter.ts';
import type { AlertsListOptions } from './alertsListOptions.ts';
import type { AlertsOutput, FoundAlert } from './alertsOutput.ts';
import type { AlertsReport, SubscriptionReport } from './alertsReport.ts';
import { failureLine, healthLine, unreadableLine } from './healthLine.ts';
import { selectSubscriptions } from './selectSubscriptions.ts';
import type { Stopping } from './stopping.ts';

export interface ReadingParts {
  readonly options: AlertsListOptions;
  readonly gateway: AzureGateway;
  readonly format: AlertsOutput;
  readonly outlet: Outlet;
  readonly stopping: Stopping;
  /** Takes one line for standard error. */
  readonly tell: (line: string) => void;
}

/** One reading of Azure, from the list of subscriptions to the last alert. */
export class AlertsReading {
  readonly #parts: ReadingParts;
  readonly #asked: ReturnType<typeof alertsFilter>;
  readonly #began = performance.now();
  readonly #reports: SubscriptionReport[] = [];
  #failedTenants: readonly TenantFailure[] = [];
  #unreadableRows: readonly UnreadableRows[] = [];

  constructor(parts: ReadingParts) {
    this.#parts = parts;
    this.#asked = alertsFilter(parts.options);
  }

  /** Never rejects: what could not be read is in the report. Prints nothing when there is no list of subscriptions. */
  async read(): Promise<AlertsReport> {
    const { options, gateway, format, outlet, stopping, tell } = this.#parts;
    const listed = await gateway.listSubscriptions(stopping.signal);
    if (!listed.ok) {
      if (listed.failure.kind !== 'cancelled') tell(failureLine('subscriptions', listed.failure, options.signIn));
      return this.#report();
    }
    this.#noteGaps(listed);
    const { selected, missing } = selectSubscriptions(listed.value, options.subscriptions);
    if (listed.value.length === 0) tell('subscriptions: this sign-in reaches none');
    for (const subscriptionId of missing) this.#settle({ subscriptionId }, notFound);
    outlet.write(format.begin());
    await this.#readAlerts(selected);
    const report = this.#report();
    outlet.write(format.end(report));
    return report;
  }

  #report(): AlertsReport {
    const { stop } = this.#parts.stopping;
    return {
      subscriptions: this.#reports,
      failedTenants: this.#failedTenants,
      unreadableRows: this.#unreadableRows,
      seconds: this.#seconds(),
      ...(stop && { stop }),
    };
  }

  #noteGaps({ failedTenants = [], unreadableRows = [] }: SubscriptionListing): void {
    const { options, tell } = this.#parts;
    this.#failedTenants = failedTenants;
    this.#unreadableRows = unreadableRows;
    for (const rows of unreadableRows) tell(unreadableLine(rows));
    for (const { tenantId, failure } of failedTenants) tell(failureLine(`tenant ${tenantId}`, failure, options.signIn));
  }

  async #readAlerts(selected: readonly Subscription[]): Promise<void> {
    const { gateway, outlet, stopping } = this.#parts;
    const byId = new Map(selected.map((subscription) => [subscription.subscriptionId, subscription]));
    const sink = {
      arriving: () => undefined,
      settled: (id: string, result: AzureResult<AlertListing>) =>
        this.#settle(byId.get(id) ?? { subscriptionId: id }, result),
      room: () => outlet.room(),
    };
    await gateway.readAlerts(selected, sink, stopping.signal);
  }

  #settle(
    subscription: Pick<Subscription, 'subscriptionId'> & Partial<Subscription>,
    result: AzureResult<AlertListing>,
  ) {
    const { subscriptionId, displayName, tenantId } = subscription;
    const outcome = result.ok ? this.#print(displayName ?? subscriptionId, result.value) : { failure: result.failure };
    const report: SubscriptionReport = {
      subscriptionId,
      ...(displayName !== undefined && { displayName }),
      ...(tenantId !== undefined && { tenantId }),
      seconds: this.#seconds(),
      outcome,
    };
    this.#reports.push(report);
    const { options, tell } = this.#parts;
    // Of a reading that was ended, thousands of lines would say the same; the summary says how many.
    if (result.ok || result.failure.kind !== 'cancelled') tell(healthLine(report, options.signIn));
  }

  #print(subscription: string, listing: AlertListing): SubscriptionReport['outcome'] {
    const { alerts, rows, skipped, pages, source, graphFailure } = listing;
    const { format, outlet } = this.#parts;
    if (format.needsRows && rows === undefined) return { failure: withoutRows };
    const found: FoundAlert[] = [];
    for (const [index, alert] of alerts.entries()) {
      if (this.#asked(alert)) found.push({ alert, row: rows?.[index], subscription });
    }
    outlet.write(format.alerts(found));
    const counts = { alerts: alerts.length, shown: found.length, skipped: skipped.length, pages };
    return { ...counts, source, ...(graphFailure && { graphFailure }) };
  }

  #seconds(): number {
    return (performance.now() - this.#began) / 1_000;
  }
}

const notFound = { ok: false, failure: { kind: 'subscriptionUnavailable', reason: 'notFound' } } as const;

/** A gateway that was asked to keep rows and did not: a defect, and better said than printed as no alerts. */
const withoutRows: AzureFailure = { kind: 'unexpected', code: 'RowsMissing' };
