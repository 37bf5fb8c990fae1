import type { AlertKey } from '../../alert.ts';

/** Alerts that are in no incident with others, whatever they have in common. Neither side is empty. */
export interface Separation {
  /** Those that a person took away. */
  readonly away: readonly AlertKey[];
  /** Those that stayed. */
  readonly stayed: readonly AlertKey[];
}

/** Something said of the incident that holds most of `alerts`. */
export interface Remark<Value> {
  readonly alerts: readonly AlertKey[];
  readonly said: Value;
}

/**
 * What people decided, as correlation takes it: data only, free of contradictions. No alert is in two sets of
 * `together`, and no set holds alerts of both sides of a separation.
 */
export interface Corrections {
  /** Must-links. A set of one alert is an incident that a person made of it. */
  readonly together: readonly (readonly AlertKey[])[];
  /** Cannot-links, each side with each of the other. */
  readonly apart: readonly Separation[];
  /** Names, the newest last; an empty one means the incident's own. */
  readonly names: readonly Remark<string>[];
  /** Whether an incident stands first, the newest last. */
  readonly pins: readonly Remark<boolean>[];
}

export const noCorrections: Corrections = { together: [], apart: [], names: [], pins: [] };
