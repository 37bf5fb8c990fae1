/** How sure correlation must be. All are logarithms of odds. */
export interface Thresholds {
  /** Before any evidence, that an alert and its neighbour are of one attack. */
  readonly prior: number;
  /** At which an actor or a trace in common joins two episodes at once. */
  readonly core: number;
  /** At which all that two groups have in common joins them. */
  readonly secondLook: number;
}

/** Found on tuning data: fewer false merges than one in a hundred incidents, and as few split attacks as that allows. */
export const balanced: Thresholds = { prior: -1.5, core: 1.2, secondLook: 0.2 };

/** What people may decide about correlation. Everything in it is data, so that it can be sent to another thread. */
export interface CorrelationOptions {
  readonly thresholds: Thresholds;
}

export const defaultOptions: CorrelationOptions = { thresholds: balanced };
