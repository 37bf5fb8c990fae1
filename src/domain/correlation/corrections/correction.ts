import type { AlertKey } from '../../alert.ts';

/**
 * One decision of a person about incidents. It names alerts and never incidents: ids of incidents follow from what is
 * found, alerts stay what they are.
 */
export type Correction =
  /** These alerts, of several incidents or of none, are one incident. */
  | { readonly kind: 'merge'; readonly alerts: readonly AlertKey[] }
  /** These alerts do not belong with the others; `from`: for each incident that they leave, those that stay. */
  | { readonly kind: 'remove'; readonly alerts: readonly AlertKey[]; readonly from: readonly (readonly AlertKey[])[] }
  /** These alerts belong with `to` instead; with an empty `to` they are an incident of their own. */
  | {
      readonly kind: 'move';
      readonly alerts: readonly AlertKey[];
      readonly from: readonly (readonly AlertKey[])[];
      readonly to: readonly AlertKey[];
    }
  /** The incident that holds most of these alerts has this name; an empty one gives it back its own. */
  | { readonly kind: 'rename'; readonly alerts: readonly AlertKey[]; readonly name: string }
  /** The incident that holds most of these alerts stands first, or no longer. */
  | { readonly kind: 'pin'; readonly alerts: readonly AlertKey[]; readonly pinned: boolean };

/** A correction that somebody made. Later ones overrule earlier ones where they contradict each other. */
export interface MadeCorrection {
  /** A lower-case GUID. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly by: string;
  readonly correction: Correction;
}

/** Longest name that a person may give an incident, in UTF-16 units: a line of the tree and some more. */
export const nameLimit = 120;

/** Alerts that one correction may name, over all its lists: incidents beyond that are a habit of the environment. */
export const alertsLimit = 10_000;

/** Every alert that a correction names. */
export function alertsNamed(correction: Correction): readonly AlertKey[] {
  const { alerts } = correction;
  if (correction.kind === 'remove') return [...alerts, ...correction.from.flat()];
  return correction.kind === 'move' ? [...alerts, ...correction.from.flat(), ...correction.to] : alerts;
}

/** The order in which corrections were made, the same in every window. */
export function inOrderMade(made: Iterable<MadeCorrection>): readonly MadeCorrection[] {
  return [...made].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
