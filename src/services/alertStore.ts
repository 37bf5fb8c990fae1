import type { Alert, AlertKey } from '../domain/alert.ts';
import type { AlertStatus } from '../domain/alertStatus.ts';
import { emptyCorrelation } from '../domain/correlation/correlation.ts';
import { defaultOptions, type CorrelationOptions } from '../domain/correlation/correlationOptions.ts';
import type { AlertComparison } from '../domain/correlation/why/compareAlerts.ts';
import type { Alone } from '../domain/correlation/why/whyAlone.ts';
import type { CorrelationOutcome, Correlator, Explanations } from './correlator.ts';
import type { Cancel } from './slices.ts';
import type { CorrelationState, StoreState } from './storeState.ts';
import type { StoreEvent, StoreFacts, SubscriptionEvent } from './storeFacts.ts';
import { emptyFacts, failureOf, phaseOf, reduceEach, reduceFacts } from './storeFacts.ts';
import { changingAlerts, overlaidStatus, overlaidSubscriptions, withStatuses } from './statusOverlay.ts';
import type { Unsubscribe } from './listeners.ts';
import { Listeners } from './listeners.ts';
import { sameValue } from './sameValue.ts';

/** A correlation under way. */
interface Run {
  /** Alerts have changed since it began: another run follows. */
  outdated: boolean;
}

const uncorrelated: CorrelationState = { correlation: emptyCorrelation, correlating: false, correlationFailed: false };

/**
 * The only place that holds alerts. Listeners hear every change once and nothing else: an event that changes nothing is
 * silent. Not meant to be shared between sign-ins: `cleared` forgets everything.
 *
 * Alerts are correlated as they arrive. The last correlation stays until the next is there. What arrives while one is
 * under way waits for it, so that a refresh that streams costs no run for each subscription, and shows something soon.
 */
export class AlertStore {
  readonly #correlator: Correlator;
  readonly #listeners = new Listeners<StoreState>();
  #facts: StoreFacts = emptyFacts;
  #options: CorrelationOptions = defaultOptions;
  #correlated: CorrelationState = uncorrelated;
  #explanations: Explanations | undefined;
  #run: Run | undefined;
  #cancelRun: Cancel | undefined;
  #state: StoreState;
  #waiting: (() => void)[] = [];

  constructor(correlator: Correlator) {
    this.#correlator = correlator;
    this.#state = toState(this.#facts, this.#correlated);
  }

  get state(): StoreState {
    return this.#state;
  }

  onDidChange(listener: (state: StoreState) => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  apply(event: StoreEvent): void {
    this.#become(
      reduceFacts(this.#facts, event),
      event.kind === 'refreshStarted' && this.#correlated.correlationFailed,
    );
  }

  /** What happened to several subscriptions: one change, told once. */
  applyEach(events: readonly SubscriptionEvent[]): void {
    this.#become(reduceEach(this.#facts, events), false);
  }

  /** @param again correlates even if no alert has changed. */
  #become(after: StoreFacts, again: boolean): void {
    const before = this.#facts;
    if (after === before) return;
    this.#facts = after;
    if (again || !sameAlerts(before, after) || !sameStatuses(before, after))
      this.#alertsChanged(lostAlerts(before, after));
    this.#publish();
  }

  /** What the list is correlated with. */
  get options(): CorrelationOptions {
    return this.#options;
  }

  /** Some of what people decide about correlation; the rest stays. A change correlates anew. */
  correlateWith(change: Partial<CorrelationOptions>): void {
    const options = { ...this.#options, ...change };
    if (sameValue(options, this.#options)) return;
    this.#options = options;
    this.#stop();
    this.#correlate();
    this.#publish();
  }

  /** The status in which an alert is shown, or is about to be once it is correlated anew; its own where it is not listed. */
  statusOf(alert: Pick<Alert, 'key' | 'status'>): AlertStatus {
    const listed = this.#correlated.correlation.alerts.get(alert.key) ?? alert;
    return overlaidStatus(this.#facts.statuses, alert.key) ?? listed.status;
  }

  /** Settles when no correlation is under way. */
  async whenCorrelated(): Promise<void> {
    if (this.#run === undefined) return;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Why an alert is in no incident; undefined when that cannot be said of the correlation that is shown. */
  async whyAlone(alertKey: AlertKey): Promise<Alone | undefined> {
    const { correlation } = this.#correlated;
    const alone = await this.#explanations?.whyAlone(alertKey);
    return correlation === this.#correlated.correlation ? alone : undefined;
  }

  /** Why two alerts are together, or what kept them apart; undefined as for `whyAlone`. */
  async compare(from: AlertKey, to: AlertKey): Promise<AlertComparison | undefined> {
    const { correlation } = this.#correlated;
    const comparison = await this.#explanations?.compare(from, to);
    return correlation === this.#correlated.correlation ? comparison : undefined;
  }

  dispose(): void {
    this.#stop();
    this.#correlator.reset();
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** @param lost alerts are gone for good: what is being worked out may not be shown. */
  #alertsChanged(lost: boolean): void {
    if (this.#run !== undefined && !lost) {
      this.#run.outdated = true;
      return;
    }
    this.#stop();
    this.#correlate();
  }

  #correlate(): void {
    const { subscriptions, statuses } = this.#facts;
    const overlaid = overlaidSubscriptions(statuses);
    const delivered = subscriptions.map(({ alerts, subscription }) =>
      overlaid.has(subscription.subscriptionId) ? withStatuses(alerts, statuses) : alerts,
    );
    if (delivered.every(({ length }) => length === 0)) {
      this.#correlator.reset();
      this.#explanations = undefined;
      this.#correlated = uncorrelated;
      return;
    }
    const run: Run = { outdated: false };
    this.#run = run;
    this.#correlated = { ...this.#correlated, correlating: true, correlationFailed: false };
    let later = false;
    const cancel = this.#correlator.start({ delivered, options: this.#options }, (outcome) => {
      if (this.#run !== run) return;
      this.#settle(outcome, run);
      if (later) this.#publish();
    });
    later = true;
    if (this.#run === run) this.#cancelRun = cancel;
  }

  #settle(outcome: CorrelationOutcome, { outdated }: Run): void {
    this.#run = this.#cancelRun = undefined;
    if (outcome.ok) {
      this.#explanations = outcome.explanations;
      this.#correlated = { correlation: outcome.correlation, correlating: false, correlationFailed: false };
    } else {
      this.#correlated = { ...this.#correlated, correlating: false, correlationFailed: true };
    }
    if (outdated) this.#correlate();
  }

  #stop(): void {
    this.#cancelRun?.();
    this.#run = this.#cancelRun = undefined;
  }

  #publish(): void {
    this.#state = toState(this.#facts, this.#correlated);
    if (this.#run === undefined) for (const resolve of this.#waiting.splice(0)) resolve();
    this.#listeners.fire(this.#state);
  }
}

function toState(facts: StoreFacts, correlated: CorrelationState): StoreState {
  const failure = failureOf(facts);
  return {
    phase: phaseOf(facts),
    ...(failure === undefined ? {} : { failure }),
    available: facts.available,
    subscriptions: facts.subscriptions,
    failedTenants: facts.failedTenants,
    unreadableRows: facts.unreadableRows,
    refreshing: facts.refreshing,
    changing: changingAlerts(facts.statuses),
    ...correlated,
  };
}

function sameAlerts(before: StoreFacts, after: StoreFacts): boolean {
  return (
    before.subscriptions.length === after.subscriptions.length &&
    before.subscriptions.every(({ alerts }, index) => alerts === after.subscriptions[index]?.alerts)
  );
}

/** Whether the same statuses stand over those of the lists: that Azure has accepted one changes nothing to see. */
function sameStatuses({ statuses: before }: StoreFacts, { statuses: after }: StoreFacts): boolean {
  if (before === after) return true;
  return [...before.keys(), ...after.keys()].every((key) => overlaidStatus(before, key) === overlaidStatus(after, key));
}

/** A subscription whose alerts were known is no longer there: deselected, or another sign-in. */
function lostAlerts(before: StoreFacts, after: StoreFacts): boolean {
  const left = new Set(after.subscriptions.map(({ subscription }) => subscription.subscriptionId));
  return before.subscriptions.some(
    ({ subscription, alerts }) => alerts.length > 0 && !left.has(subscription.subscriptionId),
  );
}
