import type { AlertKey } from '../domain/alert.ts';
import type { CorrelationOptions } from '../domain/correlation/correlationOptions.ts';
import type { FoundIncident } from '../domain/correlation/incidents/foundIncident.ts';
import type { CommonThing } from '../domain/correlation/tuning/commonThings.ts';
import type { AlertComparison } from '../domain/correlation/why/compareAlerts.ts';
import type { Alone } from '../domain/correlation/why/whyAlone.ts';

/** How a run came to what it found. */
export type RunWay =
  /** All alerts were correlated anew. */
  | 'full'
  /** Only what changed since the last run. */
  | 'update'
  /** All alerts, since keeping to what changes has failed; it is not tried again. */
  | 'fullAfterFailure';

/** Some of what a run found; the rest is asked for, so that no message is so large that reading it holds anybody up. */
export interface FoundPart {
  readonly incidents: readonly FoundIncident[];
  /** Comes with the first part. */
  readonly commonThings: readonly CommonThing[];
  readonly isLast: boolean;
  readonly way: RunWay;
}

/** What the worker does for the extension host. All of it is answered, in the order in which it was asked. */
export interface CorrelationCalls {
  /**
   * Takes alerts in, in place of what was known of them, and forgets others. They stay for all later runs.
   *
   * @param facts a list of `CorrelationFacts` as JSON: writing a text is half the work of a structured clone.
   */
  take(facts: string, gone: readonly AlertKey[]): void;
  /**
   * Correlates all alerts that it has; only what changed, where few did and the options are those of the last run.
   * Undefined when a newer run has begun.
   */
  correlate(run: number, options: CorrelationOptions): FoundPart | undefined;
  /** The next part of what the run found; undefined when another run came in between. */
  more(run: number): FoundPart | undefined;
  /** Why an alert is in no incident of the run; undefined when another run, or too much for one, came in between. */
  whyAlone(run: number, alertKey: AlertKey): Alone | undefined;
  /** Why two alerts are together, or what kept them apart; undefined in the same cases. */
  compare(run: number, from: AlertKey, to: AlertKey): AlertComparison | undefined;
}

export type CallName = keyof CorrelationCalls;

/** A call on its way to the worker. */
export interface CallMessage<Name extends CallName = CallName> {
  readonly id: number;
  readonly name: Name;
  readonly args: Parameters<CorrelationCalls[Name]>;
}

/** The answer to one call; not `ok` when it threw. */
export type AnswerMessage =
  { readonly id: number; readonly ok: true; readonly value: unknown } | { readonly id: number; readonly ok: false };
