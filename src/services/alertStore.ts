import type { Alert } from '../domain/alert.ts';
import type { Correlation } from '../domain/correlation/correlation.ts';
import type { StoreState } from './storeState.ts';
import type { StoreEvent, StoreFacts } from './storeFacts.ts';
import { emptyFacts, failureOf, phaseOf, reduceFacts } from './storeFacts.ts';
import type { Unsubscribe } from './listeners.ts';
import { Listeners } from './listeners.ts';

export type Correlate = (alerts: readonly Alert[]) => Correlation;

/**
 * The only place that holds alerts. Listeners hear every change once and nothing else: an event that changes nothing is
 * silent. Not meant to be shared between sign-ins: `cleared` forgets everything.
 */
export class AlertStore {
  readonly #correlate: Correlate;
  readonly #listeners = new Listeners<StoreState>();
  #facts: StoreFacts = emptyFacts;
  #correlation: () => Correlation;
  #state: StoreState;

  constructor(correlate: Correlate) {
    this.#correlate = correlate;
    this.#correlation = once(() => correlate([]));
    this.#state = toState(this.#facts, this.#correlation);
  }

  get state(): StoreState {
    return this.#state;
  }

  onDidChange(listener: (state: StoreState) => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  apply(event: StoreEvent): void {
    const before = this.#facts;
    const after = reduceFacts(before, event);
    if (after === before) return;
    this.#facts = after;
    if (!sameAlerts(before, after)) {
      this.#correlation = once(() => this.#correlate(after.subscriptions.flatMap(({ alerts }) => alerts)));
    }
    this.#state = toState(after, this.#correlation);
    this.#listeners.fire(this.#state);
  }
}

/** The correlation is a getter because a refresh streams: most intermediate states are never looked at. */
function toState(facts: StoreFacts, correlation: () => Correlation): StoreState {
  const failure = failureOf(facts);
  return {
    phase: phaseOf(facts),
    ...(failure === undefined ? {} : { failure }),
    available: facts.available,
    subscriptions: facts.subscriptions,
    failedTenants: facts.failedTenants,
    refreshing: facts.refreshing,
    get correlation() {
      return correlation();
    },
  };
}

function sameAlerts(before: StoreFacts, after: StoreFacts): boolean {
  return (
    before.subscriptions.length === after.subscriptions.length &&
    before.subscriptions.every(({ alerts }, index) => alerts === after.subscriptions[index]?.alerts)
  );
}

function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => (result ??= { value: compute() }).value;
}
