import type { Subscription } from '../domain/subscription.ts';
import type { Clock, SourceChoice } from '../services/ports.ts';

/**
 * From this many subscriptions in a tenant, Resource Graph is asked first: measured, two queries take as long as two
 * rounds of sixteen requests to the alerts API. Below, that is as fast, up to date, and says why where it refuses.
 */
const enoughForGraph = 33;

/**
 * How long after a change of ours Resource Graph may still tell the status before, in milliseconds. It is told of
 * changes, and says minutes; three times that is still short.
 */
const graphLag = 15 * 60_000;

/** Decides for each subscription which source is asked first. */
export class SourceChooser {
  readonly #choice: SourceChoice;
  readonly #clock: Clock;
  /** When a status was last changed from here, by subscription. */
  readonly #changedAt = new Map<string, number>();

  constructor(choice: SourceChoice, clock: Clock) {
    this.#choice = choice;
    this.#clock = clock;
  }

  /** A status is being changed: until Resource Graph knows, it would show the old one again. */
  changed(subscriptionId: string): void {
    this.#changedAt.set(subscriptionId, this.#clock.now());
  }

  /** Subscriptions for Resource Graph by tenant, and those for the alerts API. */
  split(subscriptions: readonly Subscription[]): {
    readonly graph: ReadonlyMap<string, readonly Subscription[]>;
    readonly alerts: readonly Subscription[];
  } {
    const now = this.#clock.now();
    const settled = (each: Subscription): boolean =>
      now - (this.#changedAt.get(each.subscriptionId) ?? -Infinity) > graphLag;
    const byTenant = Map.groupBy(subscriptions.filter(settled), ({ tenantId }) => tenantId);
    const graph = new Map([...byTenant].filter(([, { length }]) => this.#isEnough(length)));
    return { graph, alerts: subscriptions.filter((each) => !settled(each) || !graph.has(each.tenantId)) };
  }

  #isEnough(subscriptionsOfTenant: number): boolean {
    if (this.#choice === 'auto') return subscriptionsOfTenant >= enoughForGraph;
    return this.#choice === 'graph';
  }
}
