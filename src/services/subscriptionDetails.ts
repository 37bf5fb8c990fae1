import { alertRights, type AlertRights } from '../domain/alertRights.ts';
import type { PlanCoverage } from '../domain/planCoverage.ts';
import type { AlertStore } from './alertStore.ts';
import type { AzureGateway } from './ports.ts';
import type { StoreState } from './storeState.ts';
import { ReadOnce } from './readOnce.ts';

/** Of so many subscriptions, those with the most alerts, rights are read before anybody asks. */
const readUnasked = 50;

/** What Azure says about subscriptions besides their alerts: what the person may do there, and which plans are on. */
export class SubscriptionDetails {
  readonly rights: ReadOnce<AlertRights>;
  readonly coverage: ReadOnce<PlanCoverage>;
  readonly #store: AlertStore;
  readonly #unfollow: () => void;
  #wasRefreshing = false;

  constructor(store: AlertStore, gateway: () => Promise<AzureGateway>) {
    this.#store = store;
    this.rights = new ReadOnce(async (subscription, cancellation) => {
      const read = await (await gateway()).readPermissions(subscription, cancellation);
      return read.ok ? { ok: true, value: alertRights(read.value) } : read;
    });
    this.coverage = new ReadOnce(async (subscription, cancellation) =>
      (await gateway()).readPlanCoverage(subscription, cancellation),
    );
    this.#unfollow = store.onDidChange((state) => this.#follow(state));
  }

  /** Reads rights and coverage of a subscription that the person looks at. */
  want(subscriptionId: string): void {
    const known = this.#store.state.subscriptions.find(
      ({ subscription }) => subscription.subscriptionId === subscriptionId,
    );
    if (known === undefined) return;
    this.rights.want([known.subscription]);
    if (known.plans === undefined) this.coverage.want([known.subscription]);
  }

  dispose(): void {
    this.#unfollow();
    this.rights.dispose();
    this.coverage.dispose();
  }

  #follow(state: StoreState): void {
    const { refreshing, available, subscriptions } = state;
    if (available.length + subscriptions.length === 0) this.#each((readings) => readings.clear());
    else if (refreshing && !this.#wasRefreshing) this.#each((readings) => readings.forgetFailures());
    else if (!refreshing && this.#wasRefreshing) this.rights.want(withMostAlerts(state));
    this.#wasRefreshing = refreshing;
  }

  #each(change: (readings: ReadOnce<unknown>) => void): void {
    change(this.rights);
    change(this.coverage);
  }
}

function withMostAlerts({ subscriptions }: StoreState): readonly StoreState['available'][number][] {
  return subscriptions
    .filter(({ alerts }) => alerts.length > 0)
    .sort((a, b) => b.alerts.length - a.alerts.length)
    .slice(0, readUnasked)
    .map(({ subscription }) => subscription);
}
