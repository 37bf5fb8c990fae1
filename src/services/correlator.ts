import type { Alert, AlertKey } from '../domain/alert.ts';
import type { Correlation } from '../domain/correlation/correlation.ts';
import type { CorrelationOptions } from '../domain/correlation/correlationOptions.ts';
import type { AlertComparison } from '../domain/correlation/why/compareAlerts.ts';
import type { Alone } from '../domain/correlation/why/whyAlone.ts';
import type { Cancel } from './slices.ts';

export interface CorrelationRequest {
  /** The alerts of each subscription, in lists that are never changed. */
  readonly delivered: readonly (readonly Alert[])[];
  readonly options: CorrelationOptions;
}

/**
 * Questions about one finished correlation. Asked and not told, because the answers come from tables that may be in
 * another thread: sending them for every alert would cost more than all else.
 */
export interface Explanations {
  /** Why an alert is in no incident; undefined when a newer correlation has taken this one's place. */
  whyAlone(alertKey: AlertKey): Promise<Alone | undefined>;
  /** Why two alerts are together, or what kept them apart; undefined when a newer correlation has taken this one's place. */
  compare(from: AlertKey, to: AlertKey): Promise<AlertComparison | undefined>;
}

export type CorrelationOutcome =
  | { readonly ok: true; readonly correlation: Correlation; readonly explanations: Explanations }
  | { readonly ok: false };

/** Where correlation is done. */
export interface Correlator {
  /**
   * Begins to correlate. `settled` hears the outcome once, at once or later, unless the run is cancelled or another is
   * started before.
   */
  start(request: CorrelationRequest, settled: (outcome: CorrelationOutcome) => void): Cancel;
  /** Calls off what is under way, and forgets all alerts. */
  reset(): void;
}
